package org.semcollector.app.operate;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.ResourceBundle;

/// What is said about operations. All texts are in the bundle `operate`.
public final class OperationSentences {
  private final ResourceBundle bundle;
  private final Locale locale;

  /// @param locale the language, and how numbers are written
  public OperationSentences(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle("org.semcollector.app.operate.operate", locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /// How far a meter's clock was off.
  public String lag(Duration behind) {
    if (behind.isZero())
      return text("lag.none");
    Duration length = behind.abs();
    return text(behind.isNegative() ? "lag.ahead" : "lag.behind", length.toDays(), length.toHoursPart(),
        length.toMinutesPart());
  }

  /// One text with its values filled in.
  String text(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }
}
