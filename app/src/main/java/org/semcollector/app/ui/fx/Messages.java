package org.semcollector.app.ui.fx;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The program's texts in one language. Injected, so that two languages can exist side by side.
public final class Messages {
  private static final String BUNDLE = "org.semcollector.app.ui.messages";

  private final ResourceBundle bundle;
  private final Locale locale;

  public Messages(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle(BUNDLE, locale);
  }

  public Locale locale() {
    return locale;
  }

  /// A text with its placeholders filled.
  ///
  /// @param key dotted name in the bundle
  /// @throws java.util.MissingResourceException when the bundle has no such key
  public String text(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }

  /// The text of an enum constant: `prefix` and the constant's name in lower case with dashes.
  public String of(String prefix, Enum<?> constant) {
    return of(prefix, constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /// The text of something that has a name: `prefix` and the name.
  public String of(String prefix, String name) {
    return text(prefix + "." + name);
  }
}
