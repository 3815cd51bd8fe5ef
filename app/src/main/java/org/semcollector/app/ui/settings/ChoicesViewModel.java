package org.semcollector.app.ui.settings;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.semcollector.app.settings.MeterSettings;
import org.semcollector.app.settings.Settings;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.TypedText;

/// Choices that are typed or picked from long lists. What means something holds at once; what does not stays as typed,
/// with what is wrong beside it, and the former choice holds.
public final class ChoicesViewModel {
  /// How numbers and dates may be written; the texts are English in all of them.
  static final List<String> LANGUAGES = List.of("en-GB", "en-US", "de-DE", "fr-FR", "es-ES", "it-IT", "nl-NL", "pl-PL",
      "bg-BG", "en-IN");

  private final SettingsViewModel settings;
  private final Messages messages;
  private final Locale systemLocale;
  private final ZoneId systemZone;
  private final TypedText<Optional<URI>> address;
  private final TypedText<Double> nominalVoltage;
  private final StringProperty zone = new SimpleStringProperty("");

  public ChoicesViewModel(SettingsViewModel settings, Locale systemLocale, ZoneId systemZone, Messages messages) {
    this.settings = settings;
    this.messages = messages;
    this.systemLocale = systemLocale;
    this.systemZone = systemZone;
    address = new TypedText<>(this::address,
        typed -> settings.change(now -> now.withMeters(now.meters().withAddress(typed))));
    nominalVoltage = new TypedText<>(this::voltage,
        typed -> settings.change(now -> now.withMeters(now.meters().withNominalVoltageV(typed))));
    settings.settingsProperty().subscribe(this::show);
    zone.subscribe(this::choose);
  }

  private void show(Settings now) {
    address.show(now.meters().address().map(URI::toString).orElse(""), now.meters().address());
    double volts = now.meters().nominalVoltageV();
    nominalVoltage.show(volts == Math.rint(volts) ? String.valueOf((long) volts) : String.valueOf(volts), volts);
    zone.set(now.zone().orElse(asSystem()));
  }

  private void choose(String chosen) {
    settings.change(now -> now.withZone(chosen.equals(asSystem()) || chosen.isEmpty()
        ? Optional.empty()
        : Optional.of(chosen)));
  }

  /// Chooses how numbers and dates are written; empty = as the laptop does.
  void language(Optional<String> tag) {
    settings.change(now -> now.withLanguage(tag));
  }

  /// What a language is called, in itself.
  String languageName(Optional<String> tag) {
    return tag.map(Locale::forLanguageTag).map(locale -> locale.getDisplayName(locale))
        .orElseGet(() -> messages.text("settings.as-laptop", systemLocale.getDisplayName(systemLocale)));
  }

  /// Everything that can be chosen as zone, the laptop's first.
  List<String> zones() {
    List<String> zones = new java.util.ArrayList<>(List.of(asSystem()));
    zones.addAll(new TreeSet<>(ZoneId.getAvailableZoneIds()));
    return zones;
  }

  private String asSystem() {
    return messages.text("settings.as-laptop", systemZone.getId());
  }

  private Optional<URI> address(String text) {
    if (text.isEmpty())
      return Optional.empty();
    Optional<URI> read = MeterSettings.address(text);
    if (read.isEmpty())
      throw new IllegalArgumentException(messages.text("settings.address-wrong"));
    return read;
  }

  private Double voltage(String text) {
    try {
      double volts = Double.parseDouble(text.replace(',', '.'));
      if (MeterSettings.isVoltage(volts))
        return volts;
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException(messages.text("settings.voltage-wrong"));
  }

  TypedText<Optional<URI>> address() {
    return address;
  }

  TypedText<Double> nominalVoltage() {
    return nominalVoltage;
  }

  StringProperty zoneProperty() {
    return zone;
  }

  SettingsViewModel settings() {
    return settings;
  }
}
