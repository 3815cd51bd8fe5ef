/// Watching one visit after the other: steps, bytes, result.
@NullMarked
package org.semcollector.app.ui.collect;

import org.jspecify.annotations.NullMarked;
