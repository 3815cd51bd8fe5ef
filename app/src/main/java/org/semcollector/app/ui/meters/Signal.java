package org.semcollector.app.ui.meters;

import java.time.Duration;
import org.semcollector.app.wifi.AccessPoint;

/// How well a meter is heard, as people need it.
public enum Signal {
  NONE(0), FADING(1), HARDLY(1), WEAK(2), GOOD(3), NEAR(4);

  /// A beacon comes ten times a second: a meter not heard for so long is going out of range.
  static final Duration FADES = Duration.ofSeconds(25);

  private static final int NEAR_DBM = -55;
  private static final int GOOD_DBM = -67;
  private static final int WEAK_DBM = -78;

  private final int bars;

  Signal(int bars) {
    this.bars = bars;
  }

  /// Of four.
  public int bars() {
    return bars;
  }

  /// @param silence how long it was not heard
  static Signal of(AccessPoint point, Duration silence) {
    if (silence.compareTo(FADES) > 0)
      return FADING;
    int dbm = point.signalDbm();
    return dbm >= NEAR_DBM ? NEAR : dbm >= GOOD_DBM ? GOOD : dbm >= WEAK_DBM ? WEAK : HARDLY;
  }
}
