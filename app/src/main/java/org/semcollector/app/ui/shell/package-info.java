/// The window's frame: navigation, status bar with running work, and which screen is shown.
@NullMarked
package org.semcollector.app.ui.shell;

import org.jspecify.annotations.NullMarked;
