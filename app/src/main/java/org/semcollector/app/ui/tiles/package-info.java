/// The only package that uses TilesFX. A tile is mute to screen readers and ignores style sheets, so colours come from a
/// palette that follows the theme, and role and text are set here.
@NullMarked
package org.semcollector.app.ui.tiles;

import org.jspecify.annotations.NullMarked;
