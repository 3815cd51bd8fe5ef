package org.semcollector.app.ui.firmware;

import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.ui.fx.StyleClass;

/// Icon and colour of a state; the word is always written beside them.
record UpdateLook(Feather icon, String styleClass) {
  static UpdateLook of(UpdateState state) {
    return switch (state) {
      case OPEN -> new UpdateLook(Feather.CIRCLE, StyleClass.MUTED);
      case WAITING -> new UpdateLook(Feather.CLOCK, StyleClass.MUTED);
      case JOINING, CHECKING, COLLECTING, SETTING_CLOCK -> new UpdateLook(Feather.ARROW_RIGHT_CIRCLE,
          StyleClass.STRONG);
      case SENDING -> new UpdateLook(Feather.UPLOAD, StyleClass.STRONG);
      case RESTARTING -> new UpdateLook(Feather.REFRESH_CW, StyleClass.STRONG);
      case CONFIRMED -> new UpdateLook(Feather.CHECK_CIRCLE, StyleClass.SUCCESS);
      case ROLLED_BACK -> new UpdateLook(Feather.CORNER_UP_LEFT, StyleClass.WARNING);
      case UNKNOWN -> new UpdateLook(Feather.HELP_CIRCLE, StyleClass.WARNING);
      case FAILED -> new UpdateLook(Feather.X_CIRCLE, StyleClass.DANGER);
    };
  }
}
