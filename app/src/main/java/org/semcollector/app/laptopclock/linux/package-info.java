/// What Linux tells about the laptop's clock.
@NullMarked
package org.semcollector.app.laptopclock.linux;

import org.jspecify.annotations.NullMarked;
