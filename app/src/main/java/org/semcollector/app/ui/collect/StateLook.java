package org.semcollector.app.ui.collect;

import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.ui.fx.StyleClass;

/// Icon and colour of a state; the word is always written beside them.
public record StateLook(Feather icon, String styleClass) {
  public static StateLook of(MeterState state) {
    return switch (state) {
      case NOT_SEEN -> new StateLook(Feather.WIFI_OFF, StyleClass.MUTED);
      case IN_RANGE -> new StateLook(Feather.WIFI, StyleClass.STRONG);
      case WAITING -> new StateLook(Feather.CLOCK, StyleClass.MUTED);
      case COLLECTING -> new StateLook(Feather.DOWNLOAD, StyleClass.STRONG);
      case DONE -> new StateLook(Feather.CHECK_CIRCLE, StyleClass.SUCCESS);
      case PARTLY -> new StateLook(Feather.ALERT_CIRCLE, StyleClass.WARNING);
      case FAILED -> new StateLook(Feather.X_CIRCLE, StyleClass.DANGER);
    };
  }

  static StateLook of(StepItem.State state) {
    return switch (state) {
      case AHEAD -> new StateLook(Feather.CIRCLE, StyleClass.MUTED);
      case RUNNING -> new StateLook(Feather.ARROW_RIGHT_CIRCLE, StyleClass.STRONG);
      case PASSED -> new StateLook(Feather.CHECK_CIRCLE, StyleClass.SUCCESS);
      case STOPPED -> new StateLook(Feather.ALERT_CIRCLE, StyleClass.WARNING);
    };
  }

  static StateLook of(CollectResult.State state) {
    return switch (state) {
      case DONE -> of(MeterState.DONE);
      case PARTLY -> of(MeterState.PARTLY);
      case FAILED -> of(MeterState.FAILED);
    };
  }
}
