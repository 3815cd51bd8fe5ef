/// What is known about the laptop's own clock, from clocks that are better: readings take their times from it.
@NullMarked
package org.semcollector.app.laptopclock;

import org.jspecify.annotations.NullMarked;
