package org.semcollector.app.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.semcollector.app.store.FirmwareReport;
import org.semcollector.app.store.FirmwareReports.Mark;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.Outbox.State;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.sync.FakeServer.Fault;
import org.semcollector.app.sync.FakeServer.Killed;
import org.semcollector.protocol.meter.Ssid;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.semcollector.app.sync.SyncFixture.BY_TOKEN;
import static org.semcollector.app.sync.SyncFixture.SIGNED_IN;
import static org.semcollector.app.sync.SyncFixture.ssid;

/// Whatever goes wrong in whatever order, the process dying included: after it, healthy runs bring every reading to the
/// server exactly once and prove it, or set it aside with a reason; and no tick is ever set without the reading being
/// there.
class SyncFaultScriptTest {
  private static final List<Fault> FAULTS = List.of(Fault.values());
  private static final List<FirmwareReport.State> STATES = List.of(FirmwareReport.State.values());
  /// More than any reading has: no sum can take a stranger for a reading that is missing.
  private static final double FOREIGN_KWH = 3.5;

  static IntStream seeds() {
    return IntStream.range(0, 80);
  }

  static IntStream fewSeeds() {
    return IntStream.range(80, 100);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void afterAnyFaultsEveryReadingIsThereOnceOrSetAsideWithAReason(int seed) throws StoreException {
    live(SyncFixture.inTurns(seed), seed);
  }

  /// With lanes that run as they like: a seed does not make the same run again.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("fewSeeds")
  void theSameWhenLanesReallyRunAtOnce(int seed) throws StoreException {
    live(new SyncFixture(), seed);
  }

  @Test
  void aSeedMakesTheSameRunsEveryTime() throws StoreException {
    var first = SyncFixture.inTurns(54);
    live(first, 54);
    var second = SyncFixture.inTurns(54);
    live(second, 54);
    assertEquals(first.server.asked, second.server.asked);
    assertTrue(first.server.asked.size() > 100);
  }

  private static void live(SyncFixture line, int seed) throws StoreException {
    var random = new SplittableRandom(seed);
    someMeters(line, random);
    watchTicks(line);
    for (int run = 0; run < 6; run++) {
      for (int i = random.nextInt(25); i > 0; i--) {
        line.server.script.add(FAULTS.get(random.nextInt(FAULTS.size())));
      }
      run(line, random.nextInt(4) == 0 ? BY_TOKEN : SIGNED_IN);
      someCorrection(line, random);
    }
    line.server.script.clear();
    var report = line.sync(SIGNED_IN);
    assertEquals(List.of(), report.problems(), "a healthy run has no problems");
    assertEverythingInItsPlace(line);
    assertNothingLeftBehind(line);
    assertFirmwareIsTold(line);
  }

  // Only what the server refused for itself is not there.
  private static void assertFirmwareIsTold(SyncFixture line) {
    for (FirmwareReport report : line.store.firmware.all()) {
      var states = line.server.firmware.getOrDefault("device-" + number(report.ssid()), new TreeMap<>());
      Mark mark = line.store.firmware.mark(report);
      assertTrue(mark == Mark.PROVEN || mark == Mark.REFUSED, () -> mark + " " + report);
      assertTrue(mark == Mark.REFUSED
          || report.state().name().equals(requireNonNull(states.get(report.at())).state()), report::toString);
    }
  }

  /// Each fault at each of the first requests of a run, and at nothing else.
  @ParameterizedTest
  @EnumSource(Fault.class)
  void eachFaultAtEachMoment(Fault fault) throws StoreException {
    for (SyncTarget target : List.of(SIGNED_IN, BY_TOKEN)) {
      for (int moment = 0; moment < 12; moment++) {
        var line = new SyncFixture();
        line.meter(1, 40);
        line.meter(2, 3);
        line.store.firmware.add(new FirmwareReport(ssid(2), SyncFixture.START, FirmwareReport.State.UPDATED, 113,
            "aa".repeat(32), OptionalInt.of(113), ""));
        watchTicks(line);
        for (int i = 0; i < moment; i++) {
          line.server.script.add(Fault.NONE);
        }
        line.server.script.add(fault);
        run(line, target);
        line.server.script.clear();
        line.sync(SIGNED_IN);
        assertEverythingInItsPlace(line);
        assertFirmwareIsTold(line);
      }
    }
  }

  private static void run(SyncFixture line, SyncTarget target) throws StoreException {
    line.store.beforeAccess(line.server::dieIfDead);
    try {
      line.sync(target);
    } catch (Killed e) {
      // the next run is another process
    }
    line.server.revive();
  }

  private static void someMeters(SyncFixture line, SplittableRandom random) {
    int meters = 1 + random.nextInt(4);
    for (int number = 1; number <= meters; number++) {
      line.meter(number, 0);
      int readings = random.nextInt(random.nextInt(6) == 0 ? 2_500 : 60);
      for (int i = 0; i < readings; i++) {
        someReading(line, number, random);
      }
      for (int i = random.nextInt(30); i > 0; i--) {
        line.foreign(number, someTime(random), FOREIGN_KWH);
      }
    }
    for (int i = random.nextInt(12); i > 0; i--) {
      line.store.firmware.add(new FirmwareReport(ssid(1 + random.nextInt(meters)),
          SyncFixture.START.plusMillis(i * 7919L), STATES.get(random.nextInt(STATES.size())), 113,
          "aa".repeat(32), OptionalInt.empty(), ""));
    }
    for (StoredReading reading : line.store.all()) {
      if (random.nextInt(200) == 0) {
        line.server.poison.add(Expected.stamp(reading));
      }
    }
    line.server.mostPoints = random.nextInt(3) == 0 ? 1 + random.nextInt(1_500) : Integer.MAX_VALUE;
  }

  private static void someCorrection(SyncFixture line, SplittableRandom random) {
    for (MeterRow meter : line.store.meters()) {
      switch (random.nextInt(4)) {
        case 0 -> {
          var shift = Duration.ofMinutes(random.nextInt(-200, 200));
          line.store.correct(meter.ssid(), r -> r.time().measuredAt().plus(shift));
        }
        case 1 -> line.store.restore(meter.ssid(), 0);
        default -> {
          // its times stay
        }
      }
    }
  }

  private static void someReading(SyncFixture line, int meter, SplittableRandom random) {
    Instant at = random.nextInt(300) == 0 ? Instant.EPOCH.plusSeconds(random.nextInt()) : someTime(random);
    float kwh = random.nextInt(50) == 0 ? Float.NaN : (float) random.nextDouble(3);
    line.store.store(ssid(meter), 1 + random.nextInt(3), at, kwh);
  }

  // Few distinct times, so that readings share one now and then.
  private static Instant someTime(SplittableRandom random) {
    return SyncFixture.START.plus(Duration.ofMinutes(random.nextInt(50_000)));
  }

  private static void watchTicks(SyncFixture line) {
    line.store.onTick(reading -> assertTrue(isKept(line, reading), "a tick without proof: " + reading));
  }

  private static void assertEverythingInItsPlace(SyncFixture line) {
    Set<String> owned = new HashSet<>();
    List<StoredReading> all = new ArrayList<>(line.store.all());
    all.sort((a, b) -> Long.compare(a.key(), b.key()));
    for (StoredReading reading : all) {
      boolean first = owned.add(reading.ssid() + "@" + Expected.stamp(reading));
      Optional<State> state = line.store.state(reading);
      if (state.isPresent()) {
        assertEquals(State.REFUSED, state.get(), "left behind: " + reading);
        assertTrue(line.store.reason(reading).filter(reason -> !reason.isBlank()).isPresent());
      } else {
        assertTrue(isKept(line, reading), "proven, but not there: " + reading);
        assertTrue(first, "two readings cannot both be there with one stamp: " + reading);
      }
    }
  }

  /// Nothing of ours is left at a time that is no reading's any more. A refused reading may be there from before it was
  /// refused.
  private static void assertNothingLeftBehind(SyncFixture line) {
    for (MeterRow meter : line.store.meters()) {
      int number = number(meter.ssid());
      var strange = new HashSet<>(kept(line, number).keySet());
      line.store.readings(meter.ssid(), ReadingStore.Range.ALL).stream()
          .filter(reading -> line.store.state(reading).isEmpty() || isKept(line, reading))
          .forEach(r -> strange.remove(Expected.stamp(r)));
      strange.removeAll(line.foreign(number).keySet());
      assertEquals(Set.of(), strange);
      assertEquals(0, line.store.count(meter.ssid()));
    }
  }

  private static boolean isKept(SyncFixture line, StoredReading reading) {
    OptionalDouble there = kept(line, number(reading)).get(Expected.stamp(reading));
    double own = reading.intervalEnergyKwh();
    return there != null && there.isPresent() == Double.isFinite(own)
        && (there.isEmpty() || Expected.sameEnergy(there.getAsDouble(), own));
  }

  private static int number(StoredReading reading) {
    return number(reading.ssid());
  }

  private static int number(Ssid ssid) {
    return Integer.parseInt(ssid.value().substring(ssid.value().length() - 2), 16);
  }

  private static NavigableMap<Instant, OptionalDouble> kept(SyncFixture line, int meter) {
    return requireNonNull(line.server.kept.get("device-" + meter));
  }
}
