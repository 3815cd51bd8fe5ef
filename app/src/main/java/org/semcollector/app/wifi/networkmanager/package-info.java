/// Linux's radio through NetworkManager, over D-Bus: no root, no prompt, no program started. docs/wifi.md says why every
/// key of the profile is there and which sequences of states were recorded from the real daemon.
///
/// A scan opens a connection to the bus of its own, a joined meter keeps one: the meter's network belongs to that
/// connection, so it is left and forgotten by the system when the connection ends, however it ends.
@NullMarked
package org.semcollector.app.wifi.networkmanager;

import org.jspecify.annotations.NullMarked;
