/// Firmware files of the server, verified and kept on this laptop for days without a network.
@NullMarked
package org.semcollector.app.firmware.library;

import org.jspecify.annotations.NullMarked;
