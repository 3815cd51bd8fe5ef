package org.semcollector.app.analysis;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.BucketUnit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CostTest {
  private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  private static final Set<DayOfWeek> EVERY = EnumSet.allOf(DayOfWeek.class);

  @Test
  void aFlatPriceIsEnergyTimesPrice() {
    // 3 * 0.1 kWh * 0.35 EUR = 0.105 EUR, exactly, and 0.11 EUR rounded
    Cost cost = Cost.of(Hours.from("2026-06-10", ZoneOffset.UTC, 0.1, 0.1, 0.1), ZoneOffset.UTC,
        Tariff.flat("EUR", new BigDecimal("0.35")));
    assertEquals(0.105, cost.total().doubleValue(), 1e-12);
    assertEquals(new BigDecimal("0.11"), cost.rounded());
    assertTrue(cost.basis().isComplete());
  }

  @Test
  void pricesByHourAndWeekdayApplyOnTheMetersClock() {
    // Friday 12 June 2026, 24 kWh: 06:00 to 22:00 day 16 kWh * 0.40 = 6.40; else 8 kWh * 0.20 = 1.60; total 8.00
    // Saturday: all 24 kWh * 0.20 = 4.80
    Tariff tariff = new Tariff("EUR", "night", new BigDecimal("0.20"),
        List.of(new Tariff.Band("day", WEEK, 6, 22, new BigDecimal("0.40"))));
    Cost friday = Cost.of(Hours.all(BucketUnit.HOUR, "2026-06-12", "2026-06-13", Hours.BERLIN, 1), Hours.BERLIN,
        tariff);
    assertEquals(new BigDecimal("8.00"), friday.rounded());
    assertEquals(List.of("night 8.0", "day 16.0"),
        friday.parts().stream().map(part -> part.name() + " " + part.energyKwh()).toList());
    Cost saturday = Cost.of(Hours.all(BucketUnit.HOUR, "2026-06-13", "2026-06-14", Hours.BERLIN, 1), Hours.BERLIN,
        tariff);
    assertEquals(new BigDecimal("4.80"), saturday.rounded());
  }

  @Test
  void pricesFollowTheZone() {
    // one hour, Friday 05:00 UTC = 07:00 in Berlin
    Tariff tariff = new Tariff("EUR", "night", new BigDecimal("0.20"),
        List.of(new Tariff.Band("day", WEEK, 6, 22, new BigDecimal("0.40"))));
    List<Bucket> hour = Hours.from("2026-06-12", ZoneOffset.UTC, 0, 0, 0, 0, 0, 1);
    assertEquals(new BigDecimal("0.40"), Cost.of(hour, Hours.BERLIN, tariff).rounded());
    assertEquals(new BigDecimal("0.20"), Cost.of(hour, ZoneOffset.UTC, tariff).rounded());
  }

  @Test
  void aBandOverMidnightHoldsTheLateAndTheEarlyHoursOfItsDays() {
    Tariff.Band night = new Tariff.Band("night", Set.of(DayOfWeek.MONDAY), 22, 6, BigDecimal.ONE);
    assertTrue(night.holds(DayOfWeek.MONDAY, 22) && night.holds(DayOfWeek.MONDAY, 0)
        && night.holds(DayOfWeek.MONDAY, 5));
    assertTrue(!night.holds(DayOfWeek.MONDAY, 6) && !night.holds(DayOfWeek.MONDAY, 21)
        && !night.holds(DayOfWeek.TUESDAY, 0));
  }

  @Test
  void theDoubledHourIsPaidTwiceTheSkippedOneNot() {
    // 25 October 2026, 1 kWh an hour; 02:00 to 03:00 costs 1 EUR, all else nothing: the hour comes twice
    Tariff tariff = new Tariff("EUR", "free", BigDecimal.ZERO,
        List.of(new Tariff.Band("two", EVERY, 2, 3, BigDecimal.ONE)));
    assertEquals(new BigDecimal("2.00"),
        Cost.of(Hours.all(BucketUnit.HOUR, "2026-10-25", "2026-10-26", Hours.BERLIN, 1), Hours.BERLIN, tariff)
            .rounded());
    assertEquals(new BigDecimal("0.00"),
        Cost.of(Hours.all(BucketUnit.HOUR, "2026-03-29", "2026-03-30", Hours.BERLIN, 1), Hours.BERLIN, tariff)
            .rounded());
  }

  @Test
  void whatWasNotMeasuredIsNotPaidAndSaid() {
    Cost cost = Cost.of(Hours.from("2026-06-10", ZoneOffset.UTC, 1, Double.NaN), ZoneOffset.UTC,
        Tariff.flat("EUR", BigDecimal.ONE));
    assertEquals(new BigDecimal("1.00"), cost.rounded());
    assertEquals(0.5, cost.basis().share());
  }

  @Test
  void amountsAreRoundedAsTheCurrencyHasIt() {
    List<Bucket> hour = Hours.from("2026-06-10", ZoneOffset.UTC, 1.0);
    assertEquals(new BigDecimal("13"),
        Cost.of(hour, ZoneOffset.UTC, Tariff.flat("JPY", new BigDecimal("12.5"))).rounded());
    assertEquals(new BigDecimal("12.500"),
        Cost.of(hour, ZoneOffset.UTC, Tariff.flat("KWD", new BigDecimal("12.5"))).rounded());
    assertEquals(new BigDecimal("-0.13"),
        Cost.of(hour, ZoneOffset.UTC, Tariff.flat("EUR", new BigDecimal("-0.125"))).rounded());
  }

  @Test
  void anHourHasOnePrice() {
    Tariff.Band morning = new Tariff.Band("morning", WEEK, 6, 12, BigDecimal.ONE);
    Tariff.Band noon = new Tariff.Band("noon", Set.of(DayOfWeek.FRIDAY), 11, 13, BigDecimal.ONE);
    assertThrows(IllegalArgumentException.class,
        () -> new Tariff("EUR", "else", BigDecimal.ONE, List.of(morning, noon)));
    assertThrows(IllegalArgumentException.class, () -> new Tariff.Band("x", WEEK, 24, 1, BigDecimal.ONE));
    assertThrows(IllegalArgumentException.class, () -> new Tariff.Band("x", Set.of(), 1, 2, BigDecimal.ONE));
    assertThrows(IllegalArgumentException.class, () -> Tariff.flat("euro", BigDecimal.ONE));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void bandsShareTheEnergyWithoutRest(int seed) {
    List<Bucket> hours = Hours.random(seed, "2026-03-25", Hours.BERLIN, 24 * 10);
    BigDecimal price = new BigDecimal("0.3141");
    Tariff same = new Tariff("EUR", "else", price, List.of(new Tariff.Band("a", WEEK, 22, 7, price),
        new Tariff.Band("b", EnumSet.complementOf(EnumSet.copyOf(WEEK)), 0, 24, price)));
    Cost bands = Cost.of(hours, Hours.BERLIN, same);
    Cost flat = Cost.of(hours, Hours.BERLIN, Tariff.flat("EUR", price));
    assertEquals(flat.total().doubleValue(), bands.total().doubleValue(), 1e-9);
    assertEquals(flat.parts().getFirst().energyKwh(),
        bands.parts().stream().mapToDouble(Cost.Part::energyKwh).sum(), 1e-9);
    assertEquals(bands.total(), bands.parts().stream().map(Cost.Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  @Test
  void carbonIsEnergyTimesFactor() {
    // 2 kWh * 380 g = 0.76 kg
    Emission emission = Emission.of(Hours.from("2026-06-10", ZoneOffset.UTC, 1.5, 0.5, Double.NaN), 380);
    assertEquals(0.76, emission.co2Kg(), 1e-12);
    assertEquals(2 / 3.0, emission.basis().share(), 1e-6);
    assertThrows(IllegalArgumentException.class, () -> Emission.of(List.of(), -1));
    assertThrows(IllegalArgumentException.class, () -> Emission.of(List.of(), Double.NaN));
  }
}
