package org.semcollector.app.safety;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.semcollector.app.correct.CorrectStores;
import org.semcollector.app.correct.Settlement;
import org.semcollector.app.correct.TimeCorrections;
import org.semcollector.app.correct.TimeLine;
import org.semcollector.app.correct.Unsent;
import org.semcollector.app.firmware.FirmwareListener;
import org.semcollector.app.firmware.FirmwarePackage;
import org.semcollector.app.firmware.FirmwareRequest;
import org.semcollector.app.firmware.FirmwareStep;
import org.semcollector.app.gap.Gap;
import org.semcollector.app.gap.GapQuery;
import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.rollup.CoverageQuery;
import org.semcollector.app.rollup.KeptSumsFollower;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.store.Stretch;
import org.semcollector.app.store.VisitIngest;
import org.semcollector.app.store.h2.H2Store;
import org.semcollector.app.task.Progress;
import org.semcollector.protocol.clock.ClockEstimators;
import org.semcollector.protocol.clock.Why;
import org.semcollector.protocol.firmware.ReleaseVersion;
import org.semcollector.protocol.simulator.SimulatedFirmware;
import org.semcollector.protocol.simulator.TrueReading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The program dies after its update restarted a meter, before the clock is set again. Days and outages later the meter
/// is collected: what it saved after the restart has the right times, and the restart is taken for what it was.
class OurOwnUpdateIsNoOutageIT {
  private static final Instant NOW = Instant.parse("2026-05-04T10:20:00Z");
  private static final int HOURS_BEFORE = 50;
  private static final int HOURS_AFTER_RESTART = 30;

  @TempDir
  Path folder = Path.of("");

  private final TestTime time = new TestTime(NOW);

  /// When the program dies.
  enum Killed {
    /// Before it looked whether the meter runs the new firmware.
    WAITING(FirmwareStep.RESTART, Duration.ofMinutes(10)),
    /// After it saw that.
    BEFORE_THE_CLOCK(FirmwareStep.SET_CLOCK, Duration.ofSeconds(20));

    private final FirmwareStep step;
    /// How far the readings after the restart may be off.
    private final Duration most;

    Killed(FirmwareStep step, Duration most) {
      this.step = step;
      this.most = most;
    }
  }

  private static final class Kill extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private record KillsAt(FirmwareStep last) implements FirmwareListener {
    @Override
    public void step(FirmwareStep step) {
      if (step == last)
        throw new Kill();
    }

    @Override
    public CollectListener visit() {
      return CollectListener.NONE;
    }

    @Override
    public Progress sending() {
      return Progress.NONE;
    }
  }

  private Laptop laptop() throws Exception {
    return Laptop.with(time).in(folder);
  }

  /// Collected, updated and left alone; then it loses power twice, for a day and more, and is collected again.
  private void live(TestMeter meter, Killed killed) throws Exception {
    try (Laptop laptop = laptop()) {
      laptop.collect(meter, ErasePolicy.NEVER);
      time.pass(Duration.ofHours(3));
      var image = SimulatedFirmware.image(100_000, 1);
      var request = new FirmwareRequest(meter.ssid(), new FirmwarePackage(image, new ReleaseVersion(1, 0, 3),
          Optional.empty()), Set.of(), ErasePolicy.NEVER);
      assertThrows(Kill.class, () -> laptop.update(meter, request, new KillsAt(killed.step)));
    }
    runs(meter, HOURS_AFTER_RESTART);
    outage(meter, Duration.ofHours(31));
    runs(meter, 20);
    outage(meter, Duration.ofHours(9));
    runs(meter, 12);
    try (Laptop laptop = laptop()) {
      laptop.collect(meter, ErasePolicy.NEVER);
      settle(laptop);
    }
  }

  private void runs(TestMeter meter, int hours) {
    time.pass(Duration.ofHours(hours));
    meter.note();
  }

  private void outage(TestMeter meter, Duration length) {
    meter.meter().powerOff(time.instant());
    time.pass(length);
    meter.meter().powerOn(time.instant());
  }

  private CorrectStores stores(Laptop laptop) {
    H2Store store = laptop.store();
    return new CorrectStores(store.meters(), store.corrections(), Unsent.in(store.outbox()), store.settledTimes(),
        store.restarts());
  }

  private Settlement settle(Laptop laptop) throws Exception {
    var settlement = new Settlement(stores(laptop), laptop.notes(), time);
    settlement.all();
    return settlement;
  }

  private static void assertRightAfterRestart(TestMeter meter, List<StoredReading> stored, Duration most) {
    List<TrueReading> truth = meter.meter().truth();
    List<StoredReading> inOrder = stored.stream().sorted(Comparator.comparingLong(StoredReading::key)).toList();
    assertEquals(truth.size(), inOrder.size());
    int judged = 0;
    for (int i = 0; i < truth.size(); i++) {
      StoredReading reading = inOrder.get(i);
      if (reading.time().why() != Why.RESTART)
        continue;
      Instant really = truth.get(i).measuredAt();
      Duration off = Duration.between(really, reading.time().measuredAt()).abs();
      assertTrue(off.compareTo(most) <= 0, i + " is off by " + off);
      assertFalse(really.isBefore(reading.time().earliest()) || really.isAfter(reading.time().latest()), "" + i);
      judged++;
    }
    assertEquals(HOURS_AFTER_RESTART - 1, judged, 1, "readings placed by the restart");
  }

  @ParameterizedTest
  @EnumSource
  void readingsAfterTheRestartHaveTheirTimesAndOutagesTheirs(Killed killed) throws Exception {
    try (TestMeter meter = TestMeter.create(1, HOURS_BEFORE, NOW, time)) {
      live(meter, killed);
      try (Laptop laptop = laptop()) {
        assertRightAfterRestart(meter, laptop.stored(meter.ssid()), killed.most);
        TimeLine line = new TimeCorrections(stores(laptop), laptop.notes(), settle(laptop)).timeLine(meter.ssid());
        assertEquals(1, line.restarts().size(), line.restarts().toString());
        assertEquals(3, line.outages().size(), "one before the first visit, two after the update");
        assertEquals(41, line.outages().subList(1, 3).stream().mapToLong(outage -> outage.length().toMinutes()).sum()
            / 60.0, 1.5, "31 and 9 hours, and the hours before them that were not saved");
      }
    }
  }

  @Test
  void rebuiltFromTheJournalItIsTheSame() throws Exception {
    try (TestMeter meter = TestMeter.create(1, HOURS_BEFORE, NOW, time)) {
      live(meter, Killed.BEFORE_THE_CLOCK);
      List<StoredReading> before;
      try (Laptop laptop = laptop()) {
        before = laptop.stored(meter.ssid());
      }
      try (Stream<Path> files = Files.list(folder.resolve("database"))) {
        for (Path file : files.toList())
          Files.delete(file);
      }
      try (Laptop laptop = laptop()) {
        laptop.catchUp();
        settle(laptop);
        assertEquals(before, laptop.stored(meter.ssid()));
      }
    }
  }

  @Test
  void theRestartIsNoOutageInWhatIsMissing() throws Exception {
    try (TestMeter meter = TestMeter.create(1, HOURS_BEFORE, NOW, time)) {
      live(meter, Killed.BEFORE_THE_CLOCK);
      Files.createDirectories(folder.resolve("other"));
      try (Laptop laptop = laptop();
          H2Store store = H2Store.open(folder.resolve("other").resolve("sem"), ZoneOffset.UTC,
              new KeptSumsFollower())) {
        var ingest = new VisitIngest(store.ingest(),
            ClockEstimators.standard());
        for (var visit : laptop.journal().visits()) {
          for (var fact : laptop.journal().facts(visit))
            ingest.apply(visit, fact);
        }
        var gaps = new GapQuery(new CoverageQuery(store.keptSums()), store.meters(), store.corrections(),
            Clock.fixed(time.instant(), ZoneOffset.UTC)).gaps(meter.ssid(), Range.ALL);
        assertEquals(1, gaps.stream().filter(gap -> gap.cause() == Gap.Cause.RESTART).count(), gaps.toString());
        assertEquals(3, gaps.stream().filter(gap -> gap.cause() == Gap.Cause.OUTAGE).count(), gaps.toString());
        Stretch last = store.corrections().stretches(meter.ssid()).getLast().evidence();
        assertEquals(3, last.boots().size());
        assertEquals(2, last.outageBoots().size());
      }
    }
  }
}
