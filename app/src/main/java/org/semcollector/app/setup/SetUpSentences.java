package org.semcollector.app.setup;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/// What is said about set-ups. All texts are in the bundle `setup`.
public final class SetUpSentences {
  private final ResourceBundle bundle;
  private final Locale locale;

  /// @param locale the language, and how numbers are written
  public SetUpSentences(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle("org.semcollector.app.setup.setup", locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /// What is wrong with a text that should be a token; empty when nothing is.
  public Optional<String> token(String text) {
    return TokenText.problem(text).map(key -> text(key, text.strip().length()));
  }

  /// One text with its values filled in.
  String text(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }
}
