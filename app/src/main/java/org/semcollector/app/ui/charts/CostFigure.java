package org.semcollector.app.ui.charts;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.semcollector.app.analysis.Cost;
import org.semcollector.app.analysis.Emission;
import org.semcollector.app.analysis.Tariff;
import org.semcollector.app.chart.ChartFacts;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.EnergyUnit;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.settings.EnergySettings;
import org.semcollector.app.ui.fx.Messages;

/// Writes what the measured energy costs, and what it emits. Where energy factors are noted it is the energy with them.
record CostFigure(Messages messages, ChartLabels labels) {
  /// More prices than this are only told one by one in the details.
  private static final int MOST_PARTS = 3;
  private static final double KG_PER_TONNE = 1000;

  /// @param hours empty while they are fetched
  Figure of(Optional<ChartFacts.Hours> hours, ZoneId zone, EnergySettings prices) {
    Optional<Tariff> tariff = prices.tariff();
    String title = messages
        .text(tariff.isEmpty() && prices.co2GramsPerKwh().isPresent() ? "figure.co2" : "figure.cost");
    if (tariff.isEmpty() && prices.co2GramsPerKwh().isEmpty())
      return new Figure(title, Figure.NOTHING, messages.text("figure.cost.no-price"));
    if (hours.isEmpty())
      return new Figure(title, Figure.NOT_YET, messages.text("figure.hours-loading"));
    if (hours.get().total().stream().allMatch(Bucket::isGap))
      return new Figure(title, Figure.NOTHING, messages.text("chart.no-data"));
    List<Bucket> paid = hours.get().scaled().orElse(hours.get().total());
    boolean scaled = hours.get().scaled().isPresent();
    Optional<Emission> emission = prices.co2GramsPerKwh().map(grams -> Emission.of(paid, grams.doubleValue()));
    return tariff.map(known -> cost(title, Cost.of(paid, zone, known), emission, scaled))
        .orElseGet(() -> new Figure(title, mass(emission.orElseThrow()), perKwh(emission.orElseThrow(), scaled)));
  }

  private Figure cost(String title, Cost cost, Optional<Emission> emission, boolean scaled) {
    List<Cost.Part> parts = cost.parts();
    String price = parts.size() == 1 ? flat(parts.getFirst(), cost, scaled) : bands(cost, scaled);
    StringJoiner note = new StringJoiner("; ").add(price);
    List<String> details = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++)
      details.add(messages.text("figure.cost.part", name(parts, i), energy(parts.get(i)),
          price(parts.get(i).perKwh()), amount(parts.get(i), cost), cost.currency()));
    emission.ifPresent(known -> {
      note.add(messages.text("figure.cost.co2", mass(known)));
      details.add(messages.text("figure.co2.part", mass(known), grams(known)));
    });
    BigDecimal rounded = cost.rounded();
    return new Figure(title, labels.number(rounded.doubleValue(), rounded.scale()) + "\u00a0" + cost.currency(),
        note.toString()).withDetail(String.join("\n", details));
  }

  private String flat(Cost.Part part, Cost cost, boolean scaled) {
    return messages.text(scaled ? "figure.cost.scaled" : "figure.cost.note", price(part.perKwh()), cost.currency());
  }

  /// What each price made of the total, as long as that can be read at a glance.
  private String bands(Cost cost, boolean scaled) {
    List<Cost.Part> parts = cost.parts();
    if (parts.size() > MOST_PARTS)
      return messages.text(scaled ? "figure.cost.prices-scaled" : "figure.cost.prices", parts.size());
    String each = java.util.stream.IntStream.range(0, parts.size())
        .mapToObj(i -> name(parts, i) + "\u00a0" + amount(parts.get(i), cost)).collect(Collectors.joining(", "));
    return scaled ? messages.text("figure.cost.of-scaled", each) : each;
  }

  private String name(List<Cost.Part> parts, int index) {
    return index > 0
        ? parts.get(index).name()
        : messages.text(parts.size() == 1 ? "price.flat" : "price.standard");
  }

  private String energy(Cost.Part part) {
    return labels.energy(part.energyKwh(), EnergyUnit.fitting(part.energyKwh()));
  }

  private String amount(Cost.Part part, Cost cost) {
    BigDecimal rounded = cost.rounded(part.amount());
    return labels.number(rounded.doubleValue(), rounded.scale());
  }

  private String price(BigDecimal price) {
    return labels.number(price.doubleValue(), Math.max(2, price.stripTrailingZeros().scale()));
  }

  private String perKwh(Emission emission, boolean scaled) {
    return messages.text(scaled ? "figure.co2.scaled" : "figure.co2.note", grams(emission));
  }

  private String grams(Emission emission) {
    return labels.number(emission.gramsPerKwh(),
        Math.max(0, BigDecimal.valueOf(emission.gramsPerKwh()).stripTrailingZeros().scale()));
  }

  private String mass(Emission emission) {
    double kg = emission.co2Kg();
    return kg < KG_PER_TONNE
        ? labels.number(kg, kg < 10 ? 2 : 1) + "\u00a0kg"
        : labels.number(kg / KG_PER_TONNE, 2) + "\u00a0t";
  }
}
