package org.semcollector.app.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.sync.thingsboard.HttpThingsBoardServer;
import org.semcollector.app.task.Progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The benchmark itself is right; how fast is not asserted.
class SyncBenchIT {
  @Test
  void bothLoadersBringEverything() throws StoreException {
    var clock = Clock.systemUTC();
    var bench = new SyncBench(HttpThingsBoardServer.opener(clock), clock);
    var result = bench.run(new SyncBench.Load(3, 2_100, 20_000, Duration.ofMillis(5)), Progress.NONE);
    assertEquals(6_300, result.readings());
    assertEquals(new SyncReport(6_300, 0, 0, 0, List.of()), result.report());
    assertTrue(result.ratio() > 0);
    assertTrue(
        result.line().startsWith("6,300 readings of 3 meters to a server that stores 20,000/s: sync with proof "),
        result.line());
  }
}
