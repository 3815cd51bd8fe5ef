package org.semcollector.app.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.sync.thingsboard.HttpThingsBoardServer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The benchmark itself is right; how fast is not asserted.
class SyncBenchIT {
  @Test
  void bothLoadersBringEverything() throws StoreException {
    var clock = Clock.systemUTC();
    var bench = new SyncBench(HttpThingsBoardServer.opener(clock), clock, Duration.ofMillis(5));
    var result = bench.run(3, 2_100);
    assertEquals(6_300, result.readings());
    assertEquals(new SyncReport(6_300, 0, 0, 0, List.of()), result.report());
    assertTrue(result.ratio() > 0);
    assertTrue(result.line().startsWith("6,300 readings: sync with proof "), result.line());
  }
}
