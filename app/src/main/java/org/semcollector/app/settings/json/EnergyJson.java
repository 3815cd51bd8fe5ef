package org.semcollector.app.settings.json;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.semcollector.app.analysis.Tariff;
import org.semcollector.app.settings.EnergySettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What energy costs and emits as JSON; numbers are texts, so that they come back as they were typed.
final class EnergyJson {
  /// Nobody typed longer ones.
  private static final String NUMBER = "-?\\d{1,9}(\\.\\d{1,9})?";

  private EnergyJson() {}

  static void write(ObjectNode json, EnergySettings energy) {
    energy.pricePerKwh().ifPresent(price -> json.put("pricePerKwh", price.toPlainString()));
    json.put("currency", energy.currency());
    energy.bands().forEach(band -> write(json.withArray("bands").addObject(), band));
    energy.co2GramsPerKwh().ifPresent(grams -> json.put("co2GramsPerKwh", grams.toPlainString()));
  }

  private static void write(ObjectNode json, Tariff.Band band) {
    json.put("name", band.name());
    ArrayNode days = json.putArray("days");
    new TreeSet<>(band.days()).forEach(day -> days.add(day.name().toLowerCase(Locale.ROOT)));
    json.put("fromHour", band.fromHour());
    json.put("toHour", band.toHour());
    json.put("perKwh", band.perKwh().toPlainString());
  }

  /// Whatever is missing or wrong takes its default; bands that are no tariff are left out, all of them, because costs
  /// would be wrong without a part of them, and so is the price then.
  static EnergySettings read(JsonNode json) {
    String currency = json.path("currency").asString("");
    EnergySettings known = EnergySettings.NONE.withCo2(number(json.path("co2GramsPerKwh"))
        .filter(grams -> grams.signum() >= 0));
    if (!currency.matches("[A-Z]{3}"))
      currency = known.currency();
    try {
      List<Tariff.Band> bands = new ArrayList<>();
      for (JsonNode band : json.path("bands"))
        bands.add(band(band));
      return known.withFlatPrice(number(json.path("pricePerKwh")), currency).withBands(bands);
    } catch (IllegalArgumentException e) {
      return known.withFlatPrice(Optional.empty(), currency);
    }
  }

  private static Tariff.Band band(JsonNode json) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (JsonNode day : json.path("days"))
      days.add(day(day.asString("")));
    return new Tariff.Band(json.path("name").asString(""), days, json.path("fromHour").asInt(-1),
        json.path("toHour").asInt(-1), number(json.path("perKwh")).orElseThrow(IllegalArgumentException::new));
  }

  private static DayOfWeek day(String name) {
    return Stream.of(DayOfWeek.values()).filter(day -> day.name().toLowerCase(Locale.ROOT).equals(name)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no day: " + name));
  }

  private static Optional<BigDecimal> number(JsonNode json) {
    return json.stringValueOpt().filter(text -> text.matches(NUMBER)).map(BigDecimal::new);
  }
}
