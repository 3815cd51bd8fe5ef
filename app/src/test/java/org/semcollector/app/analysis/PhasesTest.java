package org.semcollector.app.analysis;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.protocol.reading.Reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// Power factor, imbalance of phases, shares.
class PhasesTest {
  private static final Instant START = Instant.parse("2026-06-10T00:00:00Z");

  @Test
  void powerFactorWeighsByLoad() {
    // (900 + 100 + 0) / (1000 + 200 + 0) = 0.8333; lowest of one 0.5; one of two loaded samples below 0.9... 0.9 is not
    List<Reading> readings = List.of(reading(1, 900, 1000), reading(1, 100, 200), reading(1, 0, 0));
    PowerFactor factor = PowerFactor.of(readings, OptionalInt.empty(), 0.9);
    assertEquals(1000 / 1200.0, factor.mean().orElseThrow(), 1e-12);
    assertEquals(0.5, factor.lowest().orElseThrow(), 1e-12);
    assertEquals(0.5, factor.lowShare(), 1e-12);
    assertEquals(3, factor.samples());
  }

  @Test
  void idleAndBrokenSamplesSayNothing() {
    PowerFactor factor = PowerFactor.of(List.of(reading(1, 0.1f, 5), reading(1, Float.NaN, 100), reading(1, 50, -1)),
        OptionalInt.empty(), 0.9);
    assertEquals(OptionalDouble.empty(), factor.lowest());
    assertEquals(1, factor.samples());
    assertEquals(2, factor.left());
    assertEquals(OptionalDouble.empty(), PowerFactor.of(List.of(), OptionalInt.empty(), 0.9).mean());
    assertEquals(OptionalDouble.empty(), PowerFactor.of(List.of(reading(1, 0, 0)), OptionalInt.empty(), 0.9).mean());
  }

  @Test
  void channelsAreAddedArithmetically() {
    // P = 300, S = 100 + 200 + 100 = 400
    List<Reading> readings = List.of(reading(1, 100, 100), reading(2, 100, 200), reading(3, 100, 100));
    assertEquals(0.75, PowerFactor.of(readings, OptionalInt.empty(), 0.9).mean().orElseThrow(), 1e-12);
    assertEquals(0.5, PowerFactor.of(readings, OptionalInt.of(2), 0.9).mean().orElseThrow(), 1e-12);
  }

  @Test
  void imbalanceIsTheLargestDeviationOverTheMean() {
    // energies 1, 2, 3 kWh: mean 2, deviation 1 -> 0.5; currents 4, 8, 12 A the same
    // voltages 228, 230, 235 V: mean 231, deviation 4 -> 0.017316
    PhaseImbalance imbalance = PhaseImbalance.of(List.of(List.of(hour(0, 1, 1, 228, 4)),
        List.of(hour(0, 2, 1, 230, 8)), List.of(hour(0, 3, 1, 235, 12))));
    assertEquals(0.5, imbalance.power().orElseThrow(), 1e-12);
    assertEquals(0.5, imbalance.current().mean().orElseThrow(), 1e-12);
    assertEquals(4 / 231.0, imbalance.voltage().max().orElseThrow(), 1e-12);
  }

  @Test
  void onePhaseCarryingEverythingIsTwo() {
    assertEquals(2, PhaseImbalance.of(List.of(List.of(hour(0, 3, 1, 230, 9)), List.of(hour(0, 0, 1, 230, 0)),
        List.of(hour(0, 0, 1, 230, 0)))).power().orElseThrow(), 1e-12);
  }

  @Test
  void hoursThatOnePhaseMissedAreLeftOut() {
    List<List<Bucket>> phases = List.of(List.of(hour(0, 1, 1, 230, 4), hour(1, 9, 1, 230, 40)),
        List.of(hour(0, 1, 1, 230, 4), hour(1, 0.1, 0.1, 230, 40)));
    PhaseImbalance imbalance = PhaseImbalance.of(phases);
    assertEquals(0, imbalance.power().orElseThrow(), 1e-12);
    assertEquals(0, imbalance.current().max().orElseThrow(), 1e-12);
    assertEquals(0.5, imbalance.basis().share());
    assertThrows(IllegalArgumentException.class, () -> PhaseImbalance.of(List.of(phases.getFirst())));
  }

  @Test
  void sharesAreGivenWithAndWithoutTheGapsOfOthers() {
    // A 1 + 1 kWh, B 1 kWh and a gap: of all measured A has 2/3; where both measured each has half
    List<Bucket> a = Hours.from("2026-06-10", ZoneOffset.UTC, 1, 1);
    List<Bucket> b = Hours.from("2026-06-10", ZoneOffset.UTC, 1, Double.NaN);
    Shares shares = Shares.of(List.of(new Shares.Series("A", a), new Shares.Series("B", b)));
    assertEquals(2 / 3.0, shares.parts().get(0).share(), 1e-12);
    assertEquals(0.5, shares.parts().get(0).alikeShare(), 1e-12);
    assertEquals(0.5, shares.parts().get(1).alikeShare(), 1e-12);
    assertEquals(0.5, shares.parts().get(1).basis().share());
    assertEquals(0.5, shares.basis().share());
    assertEquals(3, shares.totalKwh(), 1e-12);
    assertEquals(List.of(), Shares.of(List.of()).parts());
  }

  @Test
  void sharesAddUpToOne() {
    List<Shares.Series> meters = new ArrayList<>();
    for (int seed = 1; seed <= 5; seed++)
      meters.add(new Shares.Series("m" + seed, Hours.random(seed, "2026-06-10", ZoneOffset.UTC, 500)));
    Shares shares = Shares.of(meters);
    assertEquals(1, shares.parts().stream().mapToDouble(Shares.Part::share).sum(), 1e-9);
    assertEquals(1, shares.parts().stream().mapToDouble(Shares.Part::alikeShare).sum(), 1e-9);
  }

  private static Bucket hour(int place, double kwh, double covered, double voltageV, double currentA) {
    Instant from = START.plusSeconds(3600L * place);
    return Hours.of(from, from.plusSeconds(3600), kwh, covered, OptionalDouble.of(voltageV),
        OptionalDouble.of(currentA));
  }

  private static Reading reading(int channel, float active, float apparent) {
    return new Reading(channel, active, apparent, 1, 230, 0.1f, 0);
  }
}
