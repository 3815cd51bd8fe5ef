/// The Wi-Fi doctor's panel.
@NullMarked
package org.semcollector.app.ui.wifi;

import org.jspecify.annotations.NullMarked;
