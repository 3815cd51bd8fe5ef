package org.semcollector.app.ui.charts;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.semcollector.app.analysis.Scaled;
import org.semcollector.app.analysis.Tariff;
import org.semcollector.app.chart.ChartFacts;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.NearEnd;
import org.semcollector.app.settings.EnergySettings;
import org.semcollector.app.ui.fx.Messages;

import static org.junit.jupiter.api.Assertions.assertEquals;

class CostFigureTest {
  /// A zone of half hours: its nights begin at half past the hours of Greenwich.
  private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
  private static final Instant MIDNIGHT = Instant.parse("2026-03-01T18:30:00Z");
  private static final EnergySettings FLAT = EnergySettings.NONE.withFlatPrice(Optional.of(new BigDecimal("0.40")),
      "EUR");
  private static final EnergySettings BY_NIGHT = FLAT.withBands(List.of(
      new Tariff.Band("Night", EnumSet.allOf(DayOfWeek.class), 22, 6, new BigDecimal("0.10"))));
  private static final EnergySettings CO2 = EnergySettings.NONE.withCo2(Optional.of(new BigDecimal("380")));

  @Test
  void aFlatPriceCostsTheSameAtAllHours() {
    Figure figure = figure(day(), FLAT);
    assertEquals("9.60\u00a0EUR", figure.value());
    assertEquals("at 0.40 EUR for a kWh", figure.note());
    assertEquals("All hours: 24.00\u00a0kWh at 0.40 = 9.60 EUR", figure.detail());
  }

  @Test
  void eachHourCostsWhatItsBandSays() {
    Figure figure = figure(day(), BY_NIGHT);
    assertEquals("7.20\u00a0EUR", figure.value());
    assertEquals("Other hours\u00a06.40, Night\u00a00.80", figure.note());
    assertEquals("Other hours: 16.00\u00a0kWh at 0.40 = 6.40 EUR\nNight: 8.000\u00a0kWh at 0.10 = 0.80 EUR",
        figure.detail());
  }

  @Test
  void emissionsStandBesideTheCostOrForThemselves() {
    Figure both = figure(day(), FLAT.withCo2(CO2.co2GramsPerKwh()));
    assertEquals("at 0.40 EUR for a kWh; 9.12\u00a0kg of CO₂", both.note());
    Figure alone = figure(day(), CO2);
    assertEquals(List.of("CO₂", "9.12\u00a0kg", "at 380 g for a kWh"),
        List.of(alone.title(), alone.value(), alone.note()));
  }

  @Test
  void energyWithItsFactorIsPaidFor() {
    ChartFacts.Hours hours = new ChartFacts.Hours(day(), Optional.of(Scaled.of(day(), 2)), List.of());
    Figure figure = make(Optional.of(hours), BY_NIGHT.withCo2(CO2.co2GramsPerKwh()));
    assertEquals("14.40\u00a0EUR", figure.value());
    assertEquals("Other hours\u00a012.80, Night\u00a01.60, with factor; 18.2\u00a0kg of CO₂",
        figure.note());
  }

  @Test
  void nothingIsClaimedWithoutAPriceHoursOrReadings() {
    assertEquals("–", figure(day(), EnergySettings.NONE).value());
    assertEquals("…", make(Optional.empty(), FLAT).value());
    List<Bucket> gaps = day().stream().map(hour -> new Bucket(hour.from(), hour.to(), 0, Duration.ZERO, 0,
        NearEnd.NOTHING)).toList();
    assertEquals("–", figure(gaps, FLAT).value());
    assertEquals("–", figure(gaps, CO2).value());
  }

  /// One kWh in each hour.
  private static List<Bucket> day() {
    return IntStream.range(0, 24).mapToObj(hour -> new Bucket(MIDNIGHT.plusSeconds(3600L * hour),
        MIDNIGHT.plusSeconds(3600L * (hour + 1)), 1, Duration.ofHours(1), 1, NearEnd.NOTHING)).toList();
  }

  private static Figure figure(List<Bucket> hours, EnergySettings prices) {
    return make(Optional.of(new ChartFacts.Hours(hours, Optional.empty(), List.of())), prices);
  }

  private static Figure make(Optional<ChartFacts.Hours> hours, EnergySettings prices) {
    return new CostFigure(new Messages(Locale.UK), new ChartLabels(ZONE, Locale.UK)).of(hours, ZONE, prices);
  }
}
