package org.semcollector.app.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.Outbox;
import org.semcollector.app.store.Outbox.State;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.meter.Ssid;

/// Brings everything the server is not proven to have to the server, and proves it. What is left to do is in the outbox
/// and nowhere else: a run can end at any moment, in any way, and the next one goes on from there.
public final class SyncService {
  private static final int METERS_AT_ONCE = 4;

  private final MeterStore meters;
  private final ReadingStore readings;
  private final Outbox outbox;
  private final TelemetryServer.Opener servers;
  private final BackoffPolicy policy;
  private final Pause pause;
  private final RandomGenerator random;

  /// @param random spreads the waits; must be safe for use by several threads
  public SyncService(MeterStore meters, ReadingStore readings, Outbox outbox, TelemetryServer.Opener servers,
      BackoffPolicy policy, Pause pause, RandomGenerator random) {
    this.meters = meters;
    this.readings = readings;
    this.outbox = outbox;
    this.servers = servers;
    this.policy = policy;
    this.pause = pause;
    this.random = random;
  }

  /// One run over all meters.
  ///
  /// @throws StoreException when the laptop's own database fails before or after the run
  public SyncReport sync(SyncTarget target, SyncListener listener) throws StoreException {
    List<MeterRow> work = new ArrayList<>();
    long total = 0;
    for (MeterRow meter : meters.meters()) {
      Map<State, Long> counts = outbox.counts(meter.ssid());
      long due = counts.getOrDefault(State.ON_LAPTOP, 0L)
          + (target.canProve() ? counts.getOrDefault(State.ACCEPTED, 0L) : 0);
      if (due > 0) {
        work.add(meter);
        total += due;
      }
    }
    var count = new RunCount(listener, total);
    Collection<String> problems = work.isEmpty() ? List.of() : run(target, listener, work, count);
    return report(count.proven(), problems);
  }

  private Collection<String> run(SyncTarget target, SyncListener listener, List<MeterRow> work, RunCount count)
      throws StoreException {
    Queue<String> problems = new ConcurrentLinkedQueue<>();
    try (TelemetryServer server = servers.open(target)) {
      var calls = new ServerCalls(server, policy, pause, random, listener);
      calls.signIn();
      Map<Ssid, Route> routes = target.canProve()
          ? new DeviceMatcher(server, calls).bySignIn(work)
          : DeviceMatcher.byToken(work);
      var jobs = new ArrayList<Lanes.Work>();
      for (MeterRow meter : work) {
        Route route = routes.getOrDefault(meter.ssid(), new Route.None("It could not be matched to a device."));
        jobs.add(() -> meter(meter, () -> new MeterSync(
            new MeterWork(meter, route, outbox, readings, server, calls, count)).run(), problems));
      }
      Lanes.all("sync", METERS_AT_ONCE, jobs);
    } catch (Halt halt) {
      problems.add(halt.sentence());
    }
    return problems.stream().distinct().toList();
  }

  // One meter's trouble is a sentence in the report; the others go on.
  private static void meter(MeterRow meter, Lanes.Work job, Queue<String> problems) throws Halt {
    try {
      job.run();
    } catch (StoreException e) {
      problems.add(meter.name() + ": " + e.getMessage());
    } catch (Halt halt) {
      if (halt.scope() == Halt.Scope.RUN) {
        throw halt;
      }
      problems.add(meter.name() + ": " + halt.sentence());
    }
  }

  private SyncReport report(long proven, Collection<String> problems) throws StoreException {
    long accepted = 0;
    long refused = 0;
    long waiting = 0;
    for (MeterRow meter : meters.meters()) {
      Map<State, Long> counts = outbox.counts(meter.ssid());
      accepted += counts.getOrDefault(State.ACCEPTED, 0L);
      refused += counts.getOrDefault(State.REFUSED, 0L);
      waiting += counts.getOrDefault(State.ON_LAPTOP, 0L);
    }
    return new SyncReport(proven, accepted, refused, waiting, List.copyOf(problems));
  }
}
