package org.semcollector.app.firmware;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// What is said about firmware. All texts are in the bundle `firmware`.
public final class FirmwareSentences {
  private final ResourceBundle bundle;
  private final Locale locale;

  /// @param locale the language, and how numbers are written
  public FirmwareSentences(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle("org.semcollector.app.firmware.firmware", locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /// One text with its values filled in.
  String text(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }
}
