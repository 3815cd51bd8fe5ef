package org.semcollector.app.meter;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.semcollector.protocol.meter.Endpoint;

/// What is said about a visit. All texts are in the bundle `collect`.
public final class CollectSentences {
  private final ResourceBundle bundle;
  private final Locale locale;

  /// @param locale the language, and how numbers are written
  public CollectSentences(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle("org.semcollector.app.meter.collect", locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /// One text with its values filled in.
  String text(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }

  /// A broken answer.
  public String broken(MeterException failure) {
    return text("broken." + failure.kind(), body(failure.endpoint()), failure.received().length());
  }

  /// What to do after a broken answer.
  String advice(MeterException.Kind kind) {
    return switch (kind) {
      case UNREACHABLE, STALLED, CUT_OFF -> text("advice.closer");
      case SILENT, TOO_LONG -> text("advice.powercycle");
      case NOT_A_METER, CANCELLED -> text("advice.again");
    };
  }

  /// A meter's answer by the name people use.
  String body(Endpoint endpoint) {
    return text("body." + endpoint);
  }

  /// Sentences one after the other.
  static String join(String... sentences) {
    return String.join(" ", sentences);
  }
}
