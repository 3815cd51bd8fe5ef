package org.semcollector.app.safety;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.semcollector.app.store.h2.H2Store;
import org.semcollector.app.sync.BackoffPolicy;
import org.semcollector.app.sync.Pause;
import org.semcollector.app.sync.SyncListener;
import org.semcollector.app.sync.SyncReport;
import org.semcollector.app.sync.SyncService;
import org.semcollector.app.sync.SyncTarget;
import org.semcollector.app.sync.thingsboard.HttpThingsBoardServer;

/// A program of its own that syncs once and can be killed.
final class SyncChild {
  private SyncChild() {}

  /// @param args database, address, API key
  public static void main(String[] args) throws Exception {
    try (var store = H2Store.open(Path.of(args[0]), ZoneOffset.UTC)) {
      say("OPEN");
      var policy = new BackoffPolicy(Duration.ofMillis(10), Duration.ofMillis(50), 4);
      SyncReport report = new SyncService(SyncSite.stores(store), HttpThingsBoardServer.opener(Clock.systemUTC()),
          policy, Pause.SLEEPING, new SplittableRandom(1), Clock.systemUTC())
          .sync(SyncTarget.byApiKey(URI.create(args[1]), args[2]), SyncListener.NONE);
      say("END " + report);
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
