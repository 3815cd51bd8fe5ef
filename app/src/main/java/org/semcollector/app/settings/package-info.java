/// The user's choices.
@NullMarked
package org.semcollector.app.settings;

import org.jspecify.annotations.NullMarked;
