package org.semcollector.app.cli;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalDouble;
import org.semcollector.app.analysis.Basis;
import org.semcollector.app.analysis.Comparison;
import org.semcollector.app.analysis.Cost;
import org.semcollector.app.analysis.DailyProfile;
import org.semcollector.app.analysis.KeyFigures;
import org.semcollector.app.analysis.PhaseImbalance;

/// The figures of a meter in words.
final class AnalyseText {
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  private final Analysed result;
  private final StringBuilder text = new StringBuilder();

  private AnalyseText(Analysed result) {
    this.result = result;
  }

  static String of(Analysed result) {
    return new AnalyseText(result).write();
  }

  private String write() {
    String ssid = result.meter().ssid().value();
    String name = result.meter().name();
    text.append(name.equals(ssid) ? ssid : name + " (" + ssid + ")");
    text.append(", ").append(result.days().first()).append(" to ").append(result.days().end().minusDays(1)).append(", ")
        .append(result.zone().getId()).append('\n');
    KeyFigures figures = result.figures();
    line("Measured", measured(figures.basis()));
    if (figures.energyKwh().isEmpty()) {
      line("Energy", "nothing was measured in these days; that is not zero");
      return text.toString();
    }
    energy(figures);
    power(figures);
    profile();
    line("Power factor", powerFactor());
    result.imbalance().ifPresent(imbalance -> line("Phases", imbalance(imbalance)));
    result.comparison().ifPresent(this::compared);
    result.cost().ifPresent(this::cost);
    result.emission()
        .ifPresent(emission -> line("CO2", String.format(Locale.ROOT, "%.1f kg by %s g per kWh%s", emission.co2Kg(),
            plain(emission.gramsPerKwh()), scaledNote())));
    return text.toString();
  }

  private void energy(KeyFigures figures) {
    double kwh = figures.energyKwh().orElseThrow();
    line("Energy", String.format(Locale.ROOT, "%.3f kWh, %s while measured", kwh, watts(figures.meanPowerW())));
    if (result.energyFactor().isPresent()) {
      double factor = result.energyFactor().getAsDouble();
      line("  scaled",
          String.format(Locale.ROOT, "%.3f kWh with this meter's energy factor %s; powers here are raw", kwh * factor,
              plain(factor)));
    }
  }

  private void power(KeyFigures figures) {
    line("Peak", figures.peak().map(peak -> String.format(Locale.ROOT, "%s, %s–%s (mean over one hour)",
        watts(OptionalDouble.of(peak.powerW())), at(peak.from()), time(peak.to())))
        .orElse("no hour is measured in full"));
    line("Base load", figures.baseLoad().isPresent()
        ? watts(figures.baseLoad()) + " (exceeded in 97.5 % of all full hours)"
        : "not known: it takes " + KeyFigures.BASE_LOAD_HOURS + " full hours");
    if (figures.loadFactor().isPresent())
      line("Load factor", String.format(Locale.ROOT, "%.2f (mean by peak)", figures.loadFactor().getAsDouble()));
    OptionalDouble rare = result.loadDuration().exceededDuring(0.05);
    if (rare.isPresent())
      line("Load duration", String.format(Locale.ROOT, "5 %% of the time above %s, half of it above %s", watts(rare),
          watts(result.loadDuration().exceededDuring(0.5))));
  }

  private void profile() {
    line("Mean day", "weekdays " + day(result.profile().weekdays()) + ", weekends " + day(result.profile().weekends()));
  }

  private static String day(DailyProfile profile) {
    if (profile.hours().stream().anyMatch(hour -> hour.meanPowerW().isEmpty()))
      return "not measured at every hour";
    double kwh = profile.hours().stream().mapToDouble(hour -> hour.meanPowerW().orElse(0) / 1000).sum();
    int most = 0;
    for (int hour = 1; hour < profile.hours().size(); hour++) {
      if (profile.hours().get(hour).meanPowerW().orElse(0) > profile.hours().get(most).meanPowerW().orElse(0))
        most = hour;
    }
    return String.format(Locale.ROOT, "%.2f kWh with most at %02d:00", kwh, most);
  }

  private String powerFactor() {
    var factor = result.powerFactor();
    return factor.mean().isEmpty()
        ? "not known: no apparent power"
        : String.format(Locale.ROOT, "%.2f; %.0f %% of the loaded hours below %.2f (samples near the ends of hours)",
            factor.mean().getAsDouble(), factor.lowShare() * 100, factor.limit());
  }

  private static String imbalance(PhaseImbalance imbalance) {
    return "energy " + percent(imbalance.power()) + " off balance, current " + percent(imbalance.current().mean())
        + " on average, voltage " + percent(imbalance.voltage().mean());
  }

  private void compared(Analysed.Compared compared) {
    Comparison comparison = compared.comparison();
    String with = compared.before().first() + " to " + compared.before().end().minusDays(1);
    line("Compared", comparison.change().isEmpty()
        ? "with " + with + ": no hour is measured in full in both"
        : String.format(Locale.ROOT, "%+.1f %% against %s, in the %,d of %,d hours that both measured in full",
            comparison.change().getAsDouble() * 100, with, comparison.alike(), comparison.pairs().size()));
  }

  private void cost(Cost cost) {
    line("Cost", String.format(Locale.ROOT, "%s %s of what was measured%s", cost.rounded().toPlainString(),
        cost.currency(), scaledNote()));
    if (cost.parts().size() > 1)
      cost.parts()
          .forEach(part -> line("  " + part.name(), String.format(Locale.ROOT, "%.3f kWh at %s: %s", part.energyKwh(),
              part.perKwh().toPlainString(), cost.rounded(part.amount()).toPlainString())));
  }

  private String scaledNote() {
    return result.energyFactor().isPresent() ? ", scaled energy" : "";
  }

  private static String measured(Basis basis) {
    return String.format(Locale.ROOT, "%.1f %% of the time: %.1f of %.1f hours", basis.share() * 100,
        basis.covered().toMillis() / 3.6e6,
        basis.asked().toMillis() / 3.6e6);
  }

  private String at(Instant at) {
    return HOUR.format(at.atZone(result.zone()));
  }

  private String time(Instant at) {
    return TIME.format(at.atZone(result.zone()));
  }

  static String watts(OptionalDouble value) {
    if (value.isEmpty())
      return "-";
    double watts = value.getAsDouble();
    return Math.abs(watts) >= 1000
        ? String.format(Locale.ROOT, "%.2f kW", watts / 1000)
        : String.format(Locale.ROOT, "%.0f W", watts);
  }

  private static String percent(OptionalDouble share) {
    return share.isEmpty() ? "unknown" : String.format(Locale.ROOT, "%.1f %%", share.getAsDouble() * 100);
  }

  private static String plain(double number) {
    return java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private void line(String name, String value) {
    text.append("  ").append(name).repeat(' ', Math.max(1, 15 - name.length())).append(value).append('\n');
  }
}
