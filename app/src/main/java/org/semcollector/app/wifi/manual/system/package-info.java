/// What the operating system tells about this computer's networks.
@NullMarked
package org.semcollector.app.wifi.manual.system;

import org.jspecify.annotations.NullMarked;
