package org.semcollector.app.ui.meters;

import java.util.Locale;

/// Which meters are listed.
public enum MeterFilter {
  ALL, IN_RANGE, DUE, UNPROVEN, ATTENTION;

  boolean takes(MeterItem item) {
    return switch (this) {
      case ALL -> true;
      case IN_RANGE -> item.isInRange();
      case DUE -> item.isInRange() && !item.fresh();
      case UNPROVEN -> item.unproven() > 0;
      case ATTENTION -> item.verdict().needsAttention();
    };
  }

  /// Whether every word of what was typed stands in the meter's name or network.
  static boolean matches(MeterItem item, String typed) {
    String text = (item.name() + " " + item.ssid().value() + " " + item.ssid().fileName()).toLowerCase(Locale.ROOT);
    for (String word : typed.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
      if (!text.contains(word))
        return false;
    }
    return true;
  }
}
