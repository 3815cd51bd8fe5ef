/// What every screen needs: the task seam on the screen's thread, texts, number formats and the theme.
@NullMarked
package org.semcollector.app.ui.fx;

import org.jspecify.annotations.NullMarked;
