/// The keychain of macOS, through its `security` program.
@NullMarked
package org.semcollector.app.secret.keychain;

import org.jspecify.annotations.NullMarked;
