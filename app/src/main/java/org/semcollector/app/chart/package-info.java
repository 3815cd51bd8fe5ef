/// What a chart shows: bars, lines, shares, axes and labels as plain values. Windows and picture files draw the same
/// models; nothing here knows how.
@NullMarked
package org.semcollector.app.chart;

import org.jspecify.annotations.NullMarked;
