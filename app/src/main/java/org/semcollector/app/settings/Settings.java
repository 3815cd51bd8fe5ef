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
/// @param charts what the charts show and what energy costs
public record Settings(
    Optional<String> zone,
    Theme theme,
    double textScale,
    Optional<String> language,
    boolean eraseWhenProven,
    ServerSettings server,
    ChartSettings charts) {
  /// What a new installation starts with.
  public static final Settings DEFAULTS = new Settings(Optional.empty(), Theme.SYSTEM, 1.0, Optional.empty(), true,
      ServerSettings.NONE, ChartSettings.NONE);

  /// Colour scheme.
  public enum Theme {
    SYSTEM, LIGHT, DARK
  }

  public Settings {
    if (!(textScale >= 1.0 && textScale <= 2.0))
      throw new IllegalArgumentException("text scale " + textScale);
  }

  public Settings withTheme(Theme changed) {
    return new Settings(zone, changed, textScale, language, eraseWhenProven, server, charts);
  }

  public Settings withTextScale(double changed) {
    return new Settings(zone, theme, changed, language, eraseWhenProven, server, charts);
  }

  public Settings withEraseWhenProven(boolean changed) {
    return new Settings(zone, theme, textScale, language, changed, server, charts);
  }

  public Settings withServer(ServerSettings changed) {
    return new Settings(zone, theme, textScale, language, eraseWhenProven, changed, charts);
  }

  public Settings withZone(Optional<String> changed) {
    return new Settings(changed, theme, textScale, language, eraseWhenProven, server, charts);
  }

  public Settings withCharts(ChartSettings changed) {
    return new Settings(zone, theme, textScale, language, eraseWhenProven, server, changed);
  }
}
