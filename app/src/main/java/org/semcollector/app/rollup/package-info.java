/// Energy in hours, days and months of a zone. Pure.
@NullMarked
package org.semcollector.app.rollup;

import org.jspecify.annotations.NullMarked;
