/// Firmware held on this laptop, files to look into, and updates of many meters.
@NullMarked
package org.semcollector.app.ui.firmware;

import org.jspecify.annotations.NullMarked;
