package org.semcollector.app.ui.meters;

import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.health.HealthVerdict;
import org.semcollector.app.ui.fx.StyleClass;

/// A meter's health in one word.
public enum Verdict {
  /// Nobody has looked yet, or there are no readings.
  UNKNOWN(Feather.MINUS, StyleClass.MUTED), WELL(Feather.CHECK, StyleClass.SUCCESS), NOTE(Feather.INFO,
      StyleClass.MUTED), WATCH(Feather.ALERT_TRIANGLE, StyleClass.WARNING), FAULT(Feather.ALERT_OCTAGON,
          StyleClass.DANGER);

  private final Feather icon;
  private final String styleClass;

  Verdict(Feather icon, String styleClass) {
    this.icon = icon;
    this.styleClass = styleClass;
  }

  public Feather icon() {
    return icon;
  }

  public String styleClass() {
    return styleClass;
  }

  /// Whether somebody should look.
  public boolean needsAttention() {
    return this == WATCH || this == FAULT;
  }

  public static Verdict of(Optional<HealthVerdict> verdict) {
    if (verdict.isEmpty() || (verdict.get().readings() == 0 && verdict.get().findings().isEmpty()))
      return UNKNOWN;
    return verdict.get().worst().map(worst -> switch (worst) {
      case NOTE -> NOTE;
      case WATCH -> WATCH;
      case FAULT -> FAULT;
    }).orElse(WELL);
  }
}
