/// Wi-Fi on macOS. [MacWifi] is the adapter. It works through the helper of the installed bundle ([HelperWay]), which may
/// list networks once the user allowed it to know the place; where there is no helper or no consent it joins blind, by
/// name, through `networksetup` ([BlindWay]).
///
/// The protocol of the helper stands in docs/wifi.md.
@NullMarked
package org.semcollector.app.wifi.macos;

import org.jspecify.annotations.NullMarked;
