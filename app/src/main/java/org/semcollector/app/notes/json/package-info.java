/// Notes in one JSON file for each meter.
@NullMarked
package org.semcollector.app.notes.json;

import org.jspecify.annotations.NullMarked;
