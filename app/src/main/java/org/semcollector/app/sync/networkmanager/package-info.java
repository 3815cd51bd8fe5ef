/// Linux's NetworkManager, over D-Bus: whether the network is paid by volume.
@NullMarked
package org.semcollector.app.sync.networkmanager;

import org.jspecify.annotations.NullMarked;
