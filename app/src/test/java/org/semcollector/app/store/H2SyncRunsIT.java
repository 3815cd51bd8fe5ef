package org.semcollector.app.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.store.SyncRuns.Counts;
import org.semcollector.app.store.SyncRuns.Outcome;
import org.semcollector.app.store.SyncRuns.Run;
import org.semcollector.app.store.h2.H2Store;

import static org.junit.jupiter.api.Assertions.assertEquals;

class H2SyncRunsIT {
  private static final Instant AT = Instant.parse("2026-11-20T14:03:12.345Z");

  @TempDir
  private Path folder;

  @Test
  void runsAreKeptNewestFirstAndOneThatDiedHasNoEnd() throws Exception {
    var counts = new Counts(1, 2, 3, 4, 5, 6);
    try (var store = H2Store.open(folder.resolve("sem"), ZoneOffset.UTC)) {
      store.syncRuns().started(AT, "https://a");
      long second = store.syncRuns().started(AT.plusSeconds(1), "https://b");
      store.syncRuns().ended(second, AT.plusSeconds(9), Outcome.PARTLY, counts, "Meter 1: it is off.");
    }
    try (var store = H2Store.open(folder.resolve("sem"), ZoneOffset.UTC)) {
      assertEquals(List.of(
          new Run(2, AT.plusSeconds(1), "https://b", Optional.of(AT.plusSeconds(9)), Optional.of(Outcome.PARTLY),
              counts, "Meter 1: it is off."),
          new Run(1, AT, "https://a", Optional.empty(), Optional.empty(), Counts.NOTHING, "")),
          store.syncRuns().newest(10));
      assertEquals(1, store.syncRuns().newest(1).size());
    }
  }
}
