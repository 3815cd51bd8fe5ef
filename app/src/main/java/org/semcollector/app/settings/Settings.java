package org.semcollector.app.settings;

import java.util.Optional;

/// The user's choices; immutable. Secrets are not among them.
///
/// @param zone IANA zone in which new meters' days are counted; empty = the laptop's
/// @param theme light, dark, or as the system
/// @param textScale 1.0 to 2.0
/// @param language BCP 47 tag; empty = the laptop's
/// @param eraseWhenProven whether collecting erases proven meters
/// @param serverUrl ThingsBoard's address, if set
/// @param serverUser user name for signing in, if no API key is used
public record Settings(
    Optional<String> zone,
    Theme theme,
    double textScale,
    Optional<String> language,
    boolean eraseWhenProven,
    Optional<String> serverUrl,
    Optional<String> serverUser) {
  /// What a new installation starts with.
  public static final Settings DEFAULTS = new Settings(Optional.empty(), Theme.SYSTEM, 1.0, Optional.empty(), true,
      Optional.empty(), Optional.empty());

  /// Colour scheme.
  public enum Theme {
    SYSTEM, LIGHT, DARK
  }

  public Settings {
    if (!(textScale >= 1.0 && textScale <= 2.0))
      throw new IllegalArgumentException("text scale " + textScale);
  }

  public Settings withTheme(Theme changed) {
    return new Settings(zone, changed, textScale, language, eraseWhenProven, serverUrl, serverUser);
  }

  public Settings withTextScale(double changed) {
    return new Settings(zone, theme, changed, language, eraseWhenProven, serverUrl, serverUser);
  }

  public Settings withEraseWhenProven(boolean changed) {
    return new Settings(zone, theme, textScale, language, changed, serverUrl, serverUser);
  }

  public Settings withServer(Optional<String> url, Optional<String> user) {
    return new Settings(zone, theme, textScale, language, eraseWhenProven, url, user);
  }

  public Settings withZone(Optional<String> changed) {
    return new Settings(changed, theme, textScale, language, eraseWhenProven, serverUrl, serverUser);
  }
}
