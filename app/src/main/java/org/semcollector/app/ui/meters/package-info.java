/// The meters in range or known, and the screen that starts with them.
@NullMarked
package org.semcollector.app.ui.meters;

import org.jspecify.annotations.NullMarked;
