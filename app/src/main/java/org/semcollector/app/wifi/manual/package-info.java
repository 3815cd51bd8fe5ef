/// Meters that the user joined in the system's own Wi-Fi menu: noticed by the own address, the neighbour table and what
/// answers at the meters' address. Works on every system, also where this program may not steer the radio.
@NullMarked
package org.semcollector.app.wifi.manual;

import org.jspecify.annotations.NullMarked;
