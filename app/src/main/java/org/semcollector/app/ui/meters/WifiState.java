package org.semcollector.app.ui.meters;

import org.semcollector.app.wifi.WifiFailure;

/// What looking for meters on the air last brought.
public enum WifiState {
  NOT_LOOKED, HEARD, NOTHING_HEARD, NO_ADAPTER, NO_SERVICE, RADIO_OFF, NOT_ALLOWED, FAILED;

  static WifiState of(WifiFailure failure) {
    if (failure instanceof WifiFailure.NoAdapter)
      return NO_ADAPTER;
    if (failure instanceof WifiFailure.Unsupported)
      return NO_SERVICE;
    if (failure instanceof WifiFailure.RadioOff)
      return RADIO_OFF;
    return failure instanceof WifiFailure.PermissionDenied ? NOT_ALLOWED : FAILED;
  }
}
