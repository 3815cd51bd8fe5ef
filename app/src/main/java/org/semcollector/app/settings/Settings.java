package org.semcollector.app.settings;

import java.util.Optional;

/// The user's choices; immutable. Secrets are not among them.
///
/// @param zone IANA zone in which new meters' days are counted; empty = the laptop's
/// @param theme light, dark, or as the system
/// @param textScale 1.0 to 2.0
/// @param language BCP 47 tag; empty = the laptop's
/// @param eraseWhenProven whether collecting erases proven meters
/// @param server which server readings go to and when
public record Settings(
    Optional<String> zone,
    Theme theme,
    double textScale,
    Optional<String> language,
    boolean eraseWhenProven,
    ServerSettings server) {
  /// What a new installation starts with.
  public static final Settings DEFAULTS = new Settings(Optional.empty(), Theme.SYSTEM, 1.0, Optional.empty(), true,
      ServerSettings.NONE);

  /// Colour scheme.
  public enum Theme {
    SYSTEM, LIGHT, DARK
  }

  public Settings {
    if (!(textScale >= 1.0 && textScale <= 2.0))
      throw new IllegalArgumentException("text scale " + textScale);
  }

  public Settings withTheme(Theme changed) {
    return new Settings(zone, changed, textScale, language, eraseWhenProven, server);
  }

  public Settings withTextScale(double changed) {
    return new Settings(zone, theme, changed, language, eraseWhenProven, server);
  }

  public Settings withEraseWhenProven(boolean changed) {
    return new Settings(zone, theme, textScale, language, changed, server);
  }

  public Settings withServer(ServerSettings changed) {
    return new Settings(zone, theme, textScale, language, eraseWhenProven, changed);
  }

  public Settings withZone(Optional<String> changed) {
    return new Settings(changed, theme, textScale, language, eraseWhenProven, server);
  }
}
