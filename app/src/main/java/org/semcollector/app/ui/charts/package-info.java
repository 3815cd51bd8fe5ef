/// Drawing the models of `app.chart` on our own canvas, in the window and into picture files, and the screen around
/// them. Charts are drawn here rather than by a library where honesty needs it: gaps are hatched and never zero, lines
/// break where data is missing, and hundreds of bars stay crisp.
@NullMarked
package org.semcollector.app.ui.charts;

import org.jspecify.annotations.NullMarked;
