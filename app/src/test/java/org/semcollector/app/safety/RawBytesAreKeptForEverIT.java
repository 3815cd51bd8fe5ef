package org.semcollector.app.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.store.VisitRow;
import org.semcollector.app.task.Progress;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.simulator.FaultPlan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Every byte a meter sent stays in the journal, and the journal alone is enough to make the database again.
class RawBytesAreKeptForEverIT {
  private static final Instant NOW = Instant.parse("2026-11-20T14:03:12.345Z");

  @TempDir
  private Path folder;
  private final TestTime time = new TestTime(NOW);

  /// What matters of a database: readings with their times, and visits.
  private record Contents(List<StoredReading> readings, List<VisitRow> visits) {
    static Contents of(Laptop laptop, TestMeter meter) throws Exception {
      return new Contents(laptop.stored(meter.ssid()).stream().map(Contents::withoutKey).toList(),
          laptop.store().meters().visits(java.util.Optional.of(meter.ssid())));
    }

    private static StoredReading withoutKey(StoredReading reading) {
      return new StoredReading(0, reading.ssid(), reading.record(), reading.raw(), reading.period(), reading.time());
    }
  }

  @Test
  void aDeletedDatabaseIsMadeAgainRowByRow() throws Exception {
    try (var meter = TestMeter.create(1, 300, NOW, time); var other = TestMeter.create(2, 40, NOW, time)) {
      Contents before;
      Contents otherBefore;
      try (var laptop = Laptop.with(time).in(folder)) {
        eventfulYear(laptop, meter);
        laptop.collect(other, ErasePolicy.NEVER);
        before = Contents.of(laptop, meter);
        otherBefore = Contents.of(laptop, other);
        meter.assertAllOnceWithUnseen(laptop.stored(meter.ssid()));
      }
      deleteDatabase();
      try (var laptop = Laptop.with(time).in(folder)) {
        assertEquals(0, laptop.stored(meter.ssid()).size());
        var report = laptop.catchUp();

        assertEquals(List.of(), report.problems());
        assertEquals(before.readings().size() + otherBefore.readings().size(), report.newReadings());
        assertEquals(before, Contents.of(laptop, meter));
        assertEquals(otherBefore, Contents.of(laptop, other));
      }
    }
  }

  @Test
  void everyBodyIsThereVerbatimAfterTheMeterIsErased() throws Exception {
    try (var laptop = Laptop.with(time).in(folder); var meter = TestMeter.create(3, 50, NOW, time)) {
      Bytes telemetry = meter.telemetry();
      assertTrue(laptop.collect(meter, ErasePolicy.WHEN_PROVEN).erased());
      laptop.store().close();

      VisitRef visit = laptop.journal().visits().getFirst();
      Path file = Path.of(laptop.journal().location(visit)).resolve("03-telemetry.bin");
      assertEquals(telemetry, Bytes.copyOf(Files.readAllBytes(file)));
      List<Bytes> bodies = new ArrayList<>();
      for (VisitFact fact : laptop.journal().facts(visit)) {
        if (fact instanceof VisitFact.Received(_, Endpoint endpoint, _, Bytes body)
            && endpoint == Endpoint.TELEMETRY) {
          bodies.add(body);
        }
      }
      assertEquals(List.of(telemetry, telemetry, Bytes.EMPTY), bodies);
    }
  }

  @Test
  void whatBrokeOffIsKeptTooButNotUsed() throws Exception {
    try (var laptop = Laptop.with(time).in(folder); var meter = TestMeter.create(4, 50, NOW, time)) {
      Bytes telemetry = meter.telemetry();
      meter.serve(FaultPlan.parse("telemetry#1:cut@100"));
      laptop.collect(meter, ErasePolicy.WHEN_PROVEN);

      VisitRef visit = laptop.journal().visits().getFirst();
      Path file = Path.of(laptop.journal().location(visit)).resolve("03-telemetry-broken-off.bin");
      assertEquals(telemetry.slice(0, 100), Bytes.copyOf(Files.readAllBytes(file)));
      assertEquals(List.of(), laptop.stored(meter.ssid()));
      assertEquals(List.of(), laptop.journal().verify(Progress.NONE).damages());
    }
  }

  @Test
  void aDamagedVisitIsNamedAndLeftOutAndTheNextOneBringsItsReadingsAgain() throws Exception {
    try (var meter = TestMeter.create(5, 50, NOW, time)) {
      VisitRef damaged;
      try (var laptop = Laptop.with(time).in(folder)) {
        laptop.collect(meter, ErasePolicy.NEVER);
        damaged = laptop.journal().visits().getFirst();
        time.pass(Duration.ofHours(2));
        laptop.collect(meter, ErasePolicy.NEVER);
        Path file = Path.of(laptop.journal().location(damaged)).resolve("03-telemetry.bin");
        byte[] content = Files.readAllBytes(file);
        content[100] ^= 1;
        Files.write(file, content);
      }
      deleteDatabase();
      try (var laptop = Laptop.with(time).in(folder)) {
        var report = laptop.catchUp();

        assertEquals(1, report.problems().size(), report.problems().toString());
        assertTrue(report.problems().getFirst().contains(damaged.name()), report.problems().toString());
        assertTrue(report.problems().getFirst().contains("03-telemetry.bin"), report.problems().toString());
        meter.assertAllOnce(laptop.stored(meter.ssid()));
      }
    }
  }

  /// Visits of all kinds: broken, collect only, with a save in between, erased, half erased, erased again.
  private void eventfulYear(Laptop laptop, TestMeter meter) throws Exception {
    for (String plan : List.of("telemetry#1:cut@1000", "", "time:lose", "telemetry#2:grow@1", "", "reset:half", "",
        "any#9+:other", "powerloss#1:stall@20", "")) {
      meter.serve(FaultPlan.parse(plan));
      laptop.collect(meter, plan.isEmpty() ? ErasePolicy.NEVER : ErasePolicy.WHEN_PROVEN);
      time.pass(Duration.ofHours(7));
      if (plan.equals("reset:half"))
        meter.recover(time);
    }
    laptop.collect(meter, ErasePolicy.WHEN_PROVEN);
    assertTrue(meter.meter().erasures() > 1, "erased: " + meter.meter().erasures());
  }

  private void deleteDatabase() throws IOException {
    Path database = folder.resolve("database");
    try (var files = Files.walk(database)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    assertFalse(Files.exists(database));
  }
}
