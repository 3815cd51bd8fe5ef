/// Bringing readings to the server from the window.
@NullMarked
package org.semcollector.app.ui.sync;

import org.jspecify.annotations.NullMarked;
