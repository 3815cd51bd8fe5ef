package org.semcollector.app.wifi.windows;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;

/// Where the functions of Windows come from.
interface WindowsLibraries {
  /// A new session with the service for Wi-Fi.
  WlanService service() throws WifiException;

  /// The functions for addresses.
  IpHelper ipHelper() throws WifiException;

  /// From a library that may be none of Windows's.
  ///
  /// @throws WifiException [WifiFailure.Unsupported] when the service does not run
  static WlanService open(SymbolLookup library) throws WifiException {
    try {
      return WlanService.open(library);
    } catch (WlanException e) {
      throw WlanFailures.of(e);
    }
  }

  /// wlanapi.dll and iphlpapi.dll. A Windows Server without the feature «Wireless LAN Service» lacks the first.
  // Restricted: loading Windows's own libraries; the start script allows it.
  @SuppressWarnings("restricted")
  final class OfSystem implements WindowsLibraries {
    @Override
    public WlanService service() throws WifiException {
      return open(library("wlanapi.dll"));
    }

    @Override
    public IpHelper ipHelper() throws WifiException {
      return new IpHelper(library("iphlpapi.dll"));
    }

    private static SymbolLookup library(String name) throws WifiException {
      try {
        return SymbolLookup.libraryLookup(name, Arena.global());
      } catch (IllegalArgumentException e) {
        throw new WifiException(new WifiFailure.Unsupported("Windows's library " + name), e);
      }
    }
  }
}
