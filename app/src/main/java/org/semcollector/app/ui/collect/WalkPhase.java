package org.semcollector.app.ui.collect;

import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.ui.fx.StyleClass;

/// What somebody on a walk has to know at a glance.
public enum WalkPhase {
  /// Not begun.
  READY(Feather.NAVIGATION, StyleClass.MUTED),
  /// Listening for meters.
  LISTENING(Feather.RADIO, StyleClass.MUTED),
  /// A meter is visited: stay near it.
  COLLECTING(Feather.DOWNLOAD, StyleClass.STRONG),
  /// A meter that failed is tried again: stay near it.
  STAY(Feather.PAUSE_CIRCLE, StyleClass.WARNING),
  /// Nothing is left to do here.
  WALK_ON(Feather.ARROW_RIGHT_CIRCLE, StyleClass.SUCCESS),
  /// Something of this computer is in the way.
  TROUBLE(Feather.ALERT_OCTAGON, StyleClass.DANGER),
  /// Everything of the route was visited or given up.
  COMPLETE(Feather.CHECK_CIRCLE, StyleClass.SUCCESS),
  /// It was stopped before.
  STOPPED(Feather.STOP_CIRCLE, StyleClass.MUTED);

  private final Feather icon;
  private final String styleClass;

  WalkPhase(Feather icon, String styleClass) {
    this.icon = icon;
    this.styleClass = styleClass;
  }

  Feather icon() {
    return icon;
  }

  String styleClass() {
    return styleClass;
  }
}
