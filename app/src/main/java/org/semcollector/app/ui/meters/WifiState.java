package org.semcollector.app.ui.meters;

/// What looking for meters on the air last brought.
public enum WifiState {
  NOT_LOOKED, HEARD, NOTHING_HEARD, NO_ADAPTER, FAILED
}
