package org.semcollector.app.ui.charts;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.EnergyBars;
import org.semcollector.app.chart.EnergyUnit;
import org.semcollector.app.chart.ScaledEnergy;
import org.semcollector.app.chart.ShareSlices;
import org.semcollector.app.ui.fx.Messages;

/// Says energy that was multiplied with energy factors, so that it cannot be taken for what the meter counted.
record ScaledWords(ChartLabels labels, Messages messages) {
  private static final int MOST_DECIMALS = 4;

  /// The energy of all bars; empty without any factor.
  Optional<String> total(EnergyBars bars) {
    return bars.scaled().map(scaled -> said(scaled, scaled.totalKwh(), EnergyUnit.fitting(scaled.totalKwh())));
  }

  /// The energy of a bar; empty without any factor and for a gap.
  Optional<String> bar(EnergyBars bars, int index) {
    return bars.scaled().flatMap(scaled -> {
      OptionalDouble kwh = scaled.bucketsKwh().get(index);
      return kwh.isPresent() ? Optional.of(said(scaled, kwh.getAsDouble(), bars.energyUnit())) : Optional.empty();
    });
  }

  /// The energy a bar is compared with; empty without any factor and for a bar that is compared with nothing.
  Optional<String> compared(EnergyBars bars, int index) {
    return bars.scaled().flatMap(scaled -> {
      OptionalDouble kwh = scaled.comparedKwh().get(index);
      return kwh.isPresent() ? Optional.of(said(scaled, kwh.getAsDouble(), bars.energyUnit())) : Optional.empty();
    });
  }

  /// The energy of all shares; empty without any factor.
  Optional<String> total(ShareSlices shares) {
    return shares.scaledKwh().isPresent()
        ? Optional.of(messages.text("chart.scaled-where-noted",
            labels.energy(shares.scaledKwh().getAsDouble(), EnergyUnit.fitting(shares.scaledKwh().getAsDouble()))))
        : Optional.empty();
  }

  private String said(ScaledEnergy scaled, double kwh, EnergyUnit unit) {
    String energy = labels.energy(kwh, unit);
    return scaled.factor().isPresent()
        ? messages.text("chart.scaled", factor(scaled.factor().getAsDouble()), energy)
        : messages.text("chart.scaled-where-noted", energy);
  }

  private String factor(double factor) {
    int decimals = Math.clamp(BigDecimal.valueOf(factor).stripTrailingZeros().scale(), 0, MOST_DECIMALS);
    return labels.number(factor, decimals);
  }
}
