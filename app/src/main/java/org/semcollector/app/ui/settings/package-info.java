/// The user's choices.
@NullMarked
package org.semcollector.app.ui.settings;

import org.jspecify.annotations.NullMarked;
