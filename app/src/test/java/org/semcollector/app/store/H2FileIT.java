package org.semcollector.app.store;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.store.h2.H2Store;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.meter.Ssid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What only a real file shows: reopening, locks, damage, rebuilding, readers beside a writer.
class H2FileIT {
  @TempDir
  Path folder;

  private Path file() {
    return folder.resolve("with space, $HOME and ümlaut").resolve("readings");
  }

  private H2Store open() throws StoreException {
    return H2Store.open(file(), ZoneOffset.UTC);
  }

  private static int collect(H2Store store, FakeMeter meter) throws StoreException {
    return collect(store, meter.visit(), meter.readout());
  }

  private static int collect(H2Store store, VisitRef visit, List<VisitFact> facts) throws StoreException {
    var projection = new VisitIngest(store.ingest(), RawEstimator.AS_STAMPED);
    int added = 0;
    for (VisitFact fact : facts) {
      added += projection.apply(visit, fact).newReadings();
    }
    return added;
  }

  private static List<StoredReading> all(H2Store store) throws StoreException {
    return store.readings().readings(FakeMeter.SSID, ReadingStore.Range.ALL);
  }

  @Test
  void everythingIsThereAfterReopening() throws Exception {
    var meter = new FakeMeter(1).save(3000);
    List<StoredReading> before;
    try (H2Store store = open()) {
      collect(store, meter);
      store.meters().setZone(FakeMeter.SSID, ZoneId.of("Africa/Nairobi"));
      before = all(store);
    }
    try (H2Store store = open()) {
      assertEquals(before, all(store));
      assertEquals(ZoneId.of("Africa/Nairobi"), store.meters().meter(FakeMeter.SSID).orElseThrow().zone());
      meter.save(1);
      assertEquals(1, collect(store, meter));
    }
  }

  @Test
  void aFolderTheDatabaseCannotTakeIsNamed() {
    var refused = assertThrows(StoreException.class,
        () -> H2Store.open(folder.resolve("a;b").resolve("readings"), ZoneOffset.UTC));
    assertTrue(refused.getMessage().contains("semicolon"), refused.getMessage());
  }

  @Test
  void aSecondProgramIsToldThatTheDatabaseIsInUse() throws Exception {
    try (H2Store store = open()) {
      collect(store, new FakeMeter(1).save(1));
      String other = otherProgramOpens(file());
      assertTrue(other.contains("in use by another SEM Collector"), other);
    }
  }

  /// H2 lets one process open a file twice, so another process has to try.
  private static String otherProgramOpens(Path file) throws Exception {
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
        System.getProperty("java.class.path"), OpensStore.class.getName(), file.toString()).redirectErrorStream(true)
        .start();
    String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  @Test
  void aDamagedFileIsRefusedWithTheWayOut() throws Exception {
    try (H2Store store = open()) {
      collect(store, new FakeMeter(1).save(2000));
    }
    damage();
    var refused = assertThrows(StoreException.class, () -> {
      try (H2Store store = open()) {
        all(store);
      }
    });
    assertTrue(refused.getMessage().contains("sem rebuild"), refused.getMessage());
    assertTrue(refused.getMessage().contains("safe in the journal"), refused.getMessage());
  }

  private void damage() throws Exception {
    Path database = file().resolveSibling("readings.mv.db");
    try (var raw = new RandomAccessFile(database.toFile(), "rw")) {
      raw.write(new byte[(int) Files.size(database)]);
    }
  }

  @Test
  void aReaderSeesWholeVisitsWhileAnotherIsWritten() throws Exception {
    try (H2Store store = open()) {
      var meter = new FakeMeter(3);
      var done = new AtomicBoolean();
      var seen = new ArrayList<Integer>();
      var failures = new AtomicInteger();
      Thread reader = Thread.ofVirtual().start(() -> {
        while (!done.get()) {
          try {
            seen.add(all(store).size());
          } catch (StoreException e) {
            failures.incrementAndGet();
          }
        }
      });
      for (int i = 0; i < 20; i++) {
        collect(store, meter.save(300));
      }
      done.set(true);
      reader.join();
      assertEquals(0, failures.get());
      assertEquals(List.of(), seen.stream().filter(count -> count % 300 != 0).toList());
      assertEquals(6000, all(store).size());
    }
  }

  @Test
  void aWholeMeterAndAnotherOneDoNotMix() throws Exception {
    try (H2Store store = open()) {
      var other = new Ssid("SEM-24:6f:28:ab:cd:02");
      var first = new FakeMeter(1).save(1500);
      var second = new FakeMeter(2, other).save(1500);
      collect(store, first);
      collect(store, second);
      assertEquals(first.everSaved(), all(store).stream().map(StoredReading::raw).toList());
      assertEquals(second.everSaved(), store.readings().readings(other, ReadingStore.Range.ALL).stream()
          .map(StoredReading::raw).toList());
      assertEquals(2, store.meters().visits(Optional.empty()).size());
    }
  }

  @Test
  void anInterruptedThreadIsNotLetInAndHarmsNobody() throws Exception {
    try (H2Store store = open()) {
      collect(store, new FakeMeter(1).save(10));
      var refused = new AtomicBoolean();
      Thread interrupted = Thread.ofPlatform().unstarted(() -> {
        Thread.currentThread().interrupt();
        try {
          all(store);
        } catch (StoreException e) {
          refused.set(true);
        }
      });
      interrupted.start();
      interrupted.join();
      assertTrue(refused.get());
      assertEquals(10, all(store).size());
    }
  }

  @Test
  void followersAreToldInsideTheTransactionOnceForEachMeter() throws Exception {
    var told = new ArrayList<ChangedTimes.Change>();
    var seen = new ArrayList<Integer>();
    ChangedTimes follower = (change, reads) -> {
      told.add(change);
      seen.add(0);
      reads.scan(change.ssid(), new ReadingStore.Range(change.from(), change.to().plusMillis(1)),
          _ -> seen.set(seen.size() - 1, seen.getLast() + 1));
    };
    try (H2Store store = H2Store.open(file(), ZoneOffset.UTC, follower)) {
      var meter = new FakeMeter(1).save(1500);
      collect(store, meter);
      meter.save(2);
      collect(store, meter);
      store.meters().setZone(FakeMeter.SSID, ZoneId.of("Africa/Nairobi"));
      List<StoredReading> stored = all(store);
      assertEquals(List.of(1500, 2, 1502), seen);
      assertEquals(stored.get(1500).time().measuredAt(), told.get(1).from());
      assertEquals(stored.getLast().time().measuredAt(), told.get(1).to());
      assertEquals(stored.getFirst().time().measuredAt(), told.get(2).from());
    }
  }

  @Test
  void whatAFollowerCannotFollowIsNotStored() throws Exception {
    ChangedTimes follower = (_, _) -> {
      throw new StoreException("no");
    };
    try (H2Store store = H2Store.open(file(), ZoneOffset.UTC, follower)) {
      assertThrows(StoreException.class, () -> collect(store, new FakeMeter(1).save(3)));
      assertEquals(List.of(), all(store));
    }
  }
}
