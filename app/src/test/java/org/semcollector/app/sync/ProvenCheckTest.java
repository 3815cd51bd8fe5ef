package org.semcollector.app.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.store.SyncRuns.Outcome;
import org.semcollector.app.sync.FakeServer.Fault;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.semcollector.app.sync.SyncFixture.SIGNED_IN;
import static org.semcollector.app.sync.SyncFixture.ssid;

/// A server that loses what it was proven to have.
class ProvenCheckTest {
  private static final int YEAR = 8_760;

  private final SyncFixture line = new SyncFixture();

  @Test
  void anOlderStateOfTheServerIsNoticedByTheNextRun() throws StoreException {
    line.meter(1, 5_000);
    line.sync(SIGNED_IN);
    var backup = new TreeMap<>(kept());
    line.readings(1, 100);
    line.sync(SIGNED_IN);
    line.restore(1, backup);
    var report = line.sync(SIGNED_IN);
    assertEquals(new SyncReport(100, 0, 0, 0, 0, 100, false, List.of()), report);
    assertEquals(5_100, kept().size());
  }

  @Test
  void anEmptyServerInsteadOfTheOldOneGetsEverything() throws StoreException {
    line.meter(1, 3_000);
    line.sync(SIGNED_IN);
    line.restore(1, Map.of());
    assertEquals(3_000, line.sync(SIGNED_IN).lost());
    assertEquals(3_000, kept().size());
  }

  @Test
  void aUsualRunAsksLittle() throws StoreException {
    line.meter(1, YEAR);
    line.sync(SIGNED_IN);
    line.server.tallies = 0;
    line.sync(SIGNED_IN);
    assertEquals(2, line.server.tallies);
    assertEquals(0, line.server.keptAsked);
  }

  @Test
  void anyMonthIsLookedAtInTurn() throws StoreException {
    line.meter(1, YEAR);
    line.sync(SIGNED_IN);
    kept().remove(SyncFixture.START.plus(Duration.ofDays(125)));
    long lost = 0;
    int runs = 0;
    while (lost == 0 && runs < 12) {
      lost = line.sync(SIGNED_IN).lost();
      runs++;
    }
    assertEquals(1, lost);
    assertEquals(YEAR, kept().size());
  }

  @Test
  void verifyingFindsEverythingAtOnceAlsoAChangedEnergy() throws StoreException {
    line.meter(1, YEAR);
    line.sync(SIGNED_IN);
    kept().remove(SyncFixture.START.plus(Duration.ofDays(125)));
    kept().put(SyncFixture.START.plus(Duration.ofHours(20)), OptionalDouble.of(77));
    assertEquals(new SyncReport(2, 0, 0, 0, 0, 2, false, List.of()), line.verify());
    assertEquals(YEAR, kept().size());
  }

  @Test
  void stampsOfOthersAreNoLossAndStay() throws StoreException {
    line.meter(1, 700);
    line.sync(SIGNED_IN);
    line.foreign(1, SyncFixture.START.plusSeconds(7), 0.4);
    assertEquals(new SyncReport(0, 0, 0, 0, List.of()), line.verify());
    assertEquals(701, kept().size());
  }

  @Test
  void aLossThatIsNotSettledInItsRunIsSettledInTheNext() throws StoreException {
    line.meter(1, 50);
    line.sync(SIGNED_IN);
    line.restore(1, Map.of());
    // sign in, list, token, tally, read back, then the upload
    line.killed(SIGNED_IN, List.of(Fault.NONE, Fault.NONE, Fault.NONE, Fault.NONE, Fault.NONE, Fault.KILLED_BEFORE));
    line.server.script.clear();
    assertTrue(line.sync(SIGNED_IN).everythingProven());
    assertEquals(50, kept().size());
  }

  @Test
  void refusedReadingsAreTriedAgainWhenAsked() throws StoreException {
    StoredReading bad = line.meter(1, 10).get(3);
    line.server.poison.add(Expected.stamp(bad));
    assertEquals(1, line.sync(SIGNED_IN).refused());
    assertEquals(Map.of("status 400, \"poison\"", 1L), line.preview().reasons());
    line.server.poison.clear();
    assertEquals(1, line.sync(SIGNED_IN).refused());
    assertTrue(line.sync(SIGNED_IN, new SyncOptions(false, true), SyncListener.NONE).everythingProven());
  }

  @Test
  void everyRunIsRemembered() throws StoreException {
    line.meter(1, 10);
    line.server.script.add(Fault.NOT_THINGSBOARD);
    line.sync(SIGNED_IN);
    line.sync(SIGNED_IN);
    line.killed(SIGNED_IN, List.of(Fault.KILLED_BEFORE));
    var runs = line.store.newest(10);
    assertEquals(List.of(3L, 2L, 1L), runs.stream().map(run -> run.id()).toList());
    assertEquals(Outcome.FAILED, runs.getLast().outcome().orElseThrow());
    assertTrue(runs.getLast().sentence().startsWith("Not ThingsBoard"), runs.getLast().sentence());
    assertEquals(Outcome.DONE, runs.get(1).outcome().orElseThrow());
    assertEquals(10, runs.get(1).counts().proven());
  }

  @Test
  void aRestingRunSendsNothingUntilItGoesOn() throws StoreException {
    line.meter(1, 10);
    var asked = new AtomicInteger();
    line.sync(SIGNED_IN, new SyncListener() {
      @Override
      public void at(long done, long total) {}

      @Override
      public boolean cancelled() {
        return false;
      }

      @Override
      public boolean paused() {
        assertEquals(List.of(), asked.get() < 5 ? line.server.uploads : List.of());
        return asked.incrementAndGet() < 5;
      }
    });
    assertTrue(line.pauses.contains(Duration.ofSeconds(1)), line.pauses.toString());
    assertEquals(10, kept().size());
  }

  @Test
  void aSecondRunAtTheSameTimeDoesNothing() throws StoreException {
    line.meter(1, 10);
    var service = line.service();
    var second = new AtomicInteger();
    service.sync(SIGNED_IN, new SyncListener() {
      @Override
      public void at(long done, long total) {
        try {
          second.addAndGet(service.sync(SIGNED_IN, SyncListener.NONE).problems().size());
        } catch (StoreException e) {
          throw new IllegalStateException(e);
        }
      }

      @Override
      public boolean cancelled() {
        return false;
      }
    });
    assertEquals(1, second.get());
    assertEquals(1, line.store.newest(10).size());
  }

  private Map<Instant, OptionalDouble> kept() {
    return requireNonNull(line.server.kept.get("device-1"));
  }
}
