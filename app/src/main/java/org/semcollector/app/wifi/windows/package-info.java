/// Wi-Fi on Windows: wlanapi.dll and iphlpapi.dll through `java.lang.foreign`.
///
/// [WindowsWifi] is the adapter. Below it [WlanService] speaks to Windows in its own words: structures as in
/// wlanapi.h ([WlanLayouts]), functions ([WlanFunctions]), and notifications that come on threads of Windows
/// ([WlanEvents]). All numbers have a fixed size, so that the same code runs against a stand-in library elsewhere.
@NullMarked
package org.semcollector.app.wifi.windows;

import org.jspecify.annotations.NullMarked;
