/// The keyring of a Linux desktop (GNOME Keyring, KWallet, KeePassXC), over D-Bus as the freedesktop.org Secret Service
/// draft 0.2 says.
@NullMarked
package org.semcollector.app.secret.secretservice;

import org.jspecify.annotations.NullMarked;
