/// Firmware files in a folder.
@NullMarked
package org.semcollector.app.firmware.library.files;

import org.jspecify.annotations.NullMarked;
