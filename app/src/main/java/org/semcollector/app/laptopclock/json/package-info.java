/// Evidence about the laptop's clock in a JSON file.
@NullMarked
package org.semcollector.app.laptopclock.json;

import org.jspecify.annotations.NullMarked;
