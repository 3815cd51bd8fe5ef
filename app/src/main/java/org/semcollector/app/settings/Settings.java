package org.semcollector.app.settings;

import java.util.Optional;

/// The user's choices; immutable. Secrets are not among them.
///
/// @param zone IANA zone in which new meters' days are counted; empty = the laptop's
/// @param theme light, dark, for bright light, or as the system
/// @param textScale 1.0 to 2.0
/// @param language BCP 47 tag; empty = the laptop's
/// @param eraseWhenProven whether collecting erases proven meters
/// @param server which server readings go to and when
/// @param charts what the charts showed last
/// @param energy what energy costs and emits
/// @param meters what holds for all meters
/// @param campaign which firmware goes to which meters
/// @param backup the last copy of the data elsewhere
public record Settings(
    Optional<String> zone,
    Theme theme,
    double textScale,
    Optional<String> language,
    boolean eraseWhenProven,
    ServerSettings server,
    ChartSettings charts,
    EnergySettings energy,
    MeterSettings meters,
    CampaignSettings campaign,
    BackupSettings backup) {
  /// What a new installation starts with.
  public static final Settings DEFAULTS = new Settings(Optional.empty(), Theme.SYSTEM, 1.0, Optional.empty(), true,
      ServerSettings.NONE, ChartSettings.NONE, EnergySettings.NONE, MeterSettings.STANDARD, CampaignSettings.NONE,
      BackupSettings.NONE);

  /// Colour scheme.
  public enum Theme {
    SYSTEM, LIGHT, DARK,
    /// Black on white with strong edges and larger targets, for bright light.
    HIGH_CONTRAST
  }

  public Settings {
    if (!(textScale >= 1.0 && textScale <= 2.0))
      throw new IllegalArgumentException("text scale " + textScale);
  }

  public Settings withTheme(Theme changed) {
    return new Settings(zone, changed, textScale, language, eraseWhenProven, server, charts, energy, meters, campaign,
        backup);
  }

  public Settings withTextScale(double changed) {
    return new Settings(zone, theme, changed, language, eraseWhenProven, server, charts, energy, meters, campaign,
        backup);
  }

  public Settings withEraseWhenProven(boolean changed) {
    return new Settings(zone, theme, textScale, language, changed, server, charts, energy, meters, campaign, backup);
  }

  public Settings withServer(ServerSettings changed) {
    return new Settings(zone, theme, textScale, language, eraseWhenProven, changed, charts, energy, meters, campaign,
        backup);
  }

  public Settings withZone(Optional<String> changed) {
    return new Settings(changed, theme, textScale, language, eraseWhenProven, server, charts, energy, meters, campaign,
        backup);
  }

  public Settings withCharts(ChartSettings changed) {
    return new Settings(zone, theme, textScale, language, eraseWhenProven, server, changed, energy, meters, campaign,
        backup);
  }

  public Settings withEnergy(EnergySettings changed) {
    return new Settings(zone, theme, textScale, language, eraseWhenProven, server, charts, changed, meters, campaign,
        backup);
  }

  public Settings withLanguage(Optional<String> changed) {
    return new Settings(zone, theme, textScale, changed, eraseWhenProven, server, charts, energy, meters, campaign,
        backup);
  }

  public Settings withMeters(MeterSettings changed) {
    return new Settings(zone, theme, textScale, language, eraseWhenProven, server, charts, energy, changed, campaign,
        backup);
  }

  public Settings withCampaign(CampaignSettings changed) {
    return new Settings(zone, theme, textScale, language, eraseWhenProven, server, charts, energy, meters, changed,
        backup);
  }

  public Settings withBackup(BackupSettings changed) {
    return new Settings(zone, theme, textScale, language, eraseWhenProven, server, charts, energy, meters, campaign,
        changed);
  }
}
