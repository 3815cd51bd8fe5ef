package org.semcollector.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.semcollector.app.analysis.Basis;
import org.semcollector.app.analysis.Comparison;
import org.semcollector.app.analysis.Cost;
import org.semcollector.app.analysis.DailyProfile;
import org.semcollector.app.analysis.KeyFigures;
import org.semcollector.app.analysis.PhaseImbalance;
import org.semcollector.app.analysis.PowerFactor;

/// The figures of a meter as a document; what is not known is left out.
final class AnalyseJson {
  private static final double MILLIS_PER_HOUR = 3.6e6;

  private AnalyseJson() {}

  static Map<String, Object> document(Analysed result) {
    var document = new LinkedHashMap<String, Object>();
    document.put("ssid", result.meter().ssid().value());
    document.put("name", result.meter().name());
    document.put("zone", result.zone().getId());
    document.put("firstDay", result.days().first().toString());
    document.put("lastDay", result.days().end().minusDays(1).toString());
    figures(document, result);
    document.put("profile", Map.of("all", powers(result.profile().all()), "weekdays",
        powers(result.profile().weekdays()), "weekends", powers(result.profile().weekends())));
    document.put("powerFactor", powerFactor(result.powerFactor()));
    result.imbalance().ifPresent(imbalance -> document.put("imbalance", imbalance(imbalance)));
    result.comparison().ifPresent(compared -> document.put("comparison", comparison(compared)));
    result.cost().ifPresent(cost -> document.put("cost", cost(cost)));
    result.emission().ifPresent(emission -> {
      document.put("co2Kg", emission.co2Kg());
      document.put("co2GramsPerKwh", emission.gramsPerKwh());
    });
    return document;
  }

  private static void figures(Map<String, Object> document, Analysed result) {
    KeyFigures figures = result.figures();
    basis(document, figures.basis());
    document.put("fullHours", hours(figures.fullHours().covered().toMillis()));
    put(document, "energyKwh", figures.energyKwh());
    if (result.energyFactor().isPresent()) {
      document.put("energyFactor", result.energyFactor().getAsDouble());
      figures.energyKwh().ifPresent(kwh -> document.put("scaledEnergyKwh", kwh * result.energyFactor().getAsDouble()));
    }
    put(document, "meanPowerW", figures.meanPowerW());
    figures.peak().ifPresent(peak -> document.put("peak",
        Map.of("powerW", peak.powerW(), "from", peak.from().toString(), "to", peak.to().toString())));
    put(document, "baseLoadW", figures.baseLoad());
    put(document, "loadFactor", figures.loadFactor());
    put(document, "exceeded5PercentW", result.loadDuration().exceededDuring(0.05));
    put(document, "exceeded50PercentW", result.loadDuration().exceededDuring(0.5));
  }

  private static List<Map<String, Object>> powers(DailyProfile profile) {
    return profile.hours().stream().map(hour -> {
      var cell = new LinkedHashMap<String, Object>();
      put(cell, "meanPowerW", hour.meanPowerW());
      put(cell, "lowPowerW", hour.lowPowerW());
      put(cell, "highPowerW", hour.highPowerW());
      cell.put("days", hour.days());
      return (Map<String, Object>) cell;
    }).toList();
  }

  private static Map<String, Object> powerFactor(PowerFactor factor) {
    var document = new LinkedHashMap<String, Object>();
    put(document, "mean", factor.mean());
    put(document, "lowest", factor.lowest());
    document.put("lowShare", factor.lowShare());
    document.put("limit", factor.limit());
    return document;
  }

  private static Map<String, Object> imbalance(PhaseImbalance imbalance) {
    var document = new LinkedHashMap<String, Object>();
    put(document, "energy", imbalance.power());
    put(document, "meanCurrent", imbalance.current().mean());
    put(document, "maxCurrent", imbalance.current().max());
    put(document, "meanVoltage", imbalance.voltage().mean());
    put(document, "maxVoltage", imbalance.voltage().max());
    basis(document, imbalance.basis());
    return document;
  }

  private static Map<String, Object> comparison(Analysed.Compared compared) {
    Comparison comparison = compared.comparison();
    var document = new LinkedHashMap<String, Object>();
    document.put("firstDay", compared.before().first().toString());
    document.put("lastDay", compared.before().end().minusDays(1).toString());
    put(document, "change", comparison.change());
    document.put("hoursCompared", comparison.alike());
    document.put("hours", comparison.pairs().size());
    document.put("comparedKwh", comparison.alikeKwh());
    document.put("comparedBeforeKwh", comparison.alikeBeforeKwh());
    document.put("beforeKwh", comparison.before().energyKwh());
    document.put("beforeCoverage", comparison.before().basis().share());
    return document;
  }

  private static Map<String, Object> cost(Cost cost) {
    var document = new LinkedHashMap<String, Object>();
    document.put("currency", cost.currency());
    document.put("total", cost.rounded());
    document.put("parts", cost.parts().stream().map(part -> Map.of("name", part.name(), "energyKwh", part.energyKwh(),
        "pricePerKwh", part.perKwh(), "amount", cost.rounded(part.amount()))).toList());
    return document;
  }

  private static void basis(Map<String, Object> document, Basis basis) {
    document.put("coverage", basis.share());
    document.put("hoursAsked", hours(basis.asked().toMillis()));
    document.put("hoursMeasured", hours(basis.covered().toMillis()));
  }

  private static double hours(long millis) {
    return millis / MILLIS_PER_HOUR;
  }

  private static void put(Map<String, Object> document, String name, OptionalDouble value) {
    if (value.isPresent())
      document.put(name, value.getAsDouble());
  }
}
