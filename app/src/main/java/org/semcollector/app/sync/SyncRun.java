package org.semcollector.app.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import org.semcollector.app.store.FirmwareReports.Mark;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.Outbox.State;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.SyncRuns.Counts;
import org.semcollector.protocol.meter.Ssid;

/// One run over all meters.
final class SyncRun {
  private static final int METERS_AT_ONCE = 4;

  private final SyncStores stores;
  private final SyncTarget target;
  private final SyncOptions options;
  private final SyncListener listener;
  private final long turn;
  private final RunCount count;
  private final Queue<String> problems = new ConcurrentLinkedQueue<>();
  private boolean cancelled;
  private boolean signInRefused;

  SyncRun(SyncStores stores, SyncTarget target, SyncOptions options, SyncListener listener, long turn) {
    this.stores = stores;
    this.target = target;
    this.options = options;
    this.listener = listener;
    this.turn = turn;
    this.count = new RunCount(listener);
  }

  /// What the run did so far.
  Counts counts() {
    return counts(0);
  }

  Counts counts(long waiting) {
    return count.counts(waiting);
  }

  /// A run with nothing to send still asks whether ThingsBoard answers, and looks for what was proven.
  SyncReport run(TelemetryServer.Opener servers, BackoffPolicy policy, Pause pause, RandomGenerator random, Lanes lanes,
      Map<String, String> tokensSeen)
      throws StoreException {
    List<MeterRow> work = work();
    try (TelemetryServer server = servers.open(target)) {
      var calls = new ServerCalls(server, policy, pause, random, listener);
      calls.signIn();
      Map<Ssid, Route> routes = target.canProve()
          ? new DeviceMatcher(server, calls, lanes, tokensSeen).bySignIn(work)
          : DeviceMatcher.byToken(work);
      var context = new RunContext(stores, server, calls, lanes, count, options, turn, random);
      var jobs = new ArrayList<Lanes.Work>();
      for (MeterRow meter : work) {
        Route route = routes.getOrDefault(meter.ssid(), new Route.None("It could not be matched to a device."));
        jobs.add(() -> meter(meter, () -> new MeterSync(new MeterWork(meter, route, context)).run()));
      }
      if (!jobs.isEmpty()) {
        lanes.all("sync", METERS_AT_ONCE, jobs);
      }
    } catch (Halt halt) {
      problems.add(halt.sentence());
      signInRefused = halt.scope() == Halt.Scope.SIGN_IN;
      cancelled = halt.scope() == Halt.Scope.RUN && listener.cancelled();
    }
    return report(problems.stream().distinct().toList());
  }

  /// The meters that have something to send, to delete or to look for.
  private List<MeterRow> work() throws StoreException {
    var work = new ArrayList<MeterRow>();
    for (MeterRow meter : stores.meters().meters()) {
      if (options.retryRefused()) {
        stores.outbox().retryRefused(meter.ssid());
        stores.firmware().again(meter.ssid(), Mark.REFUSED);
      }
      Map<State, Long> counts = stores.outbox().counts(meter.ssid());
      long onLaptop = counts.getOrDefault(State.ON_LAPTOP, 0L);
      long accepted = counts.getOrDefault(State.ACCEPTED, 0L);
      long proven = meter.readings() - onLaptop - accepted - counts.getOrDefault(State.REFUSED, 0L);
      boolean bySignIn = target.canProve() && (accepted + proven > 0 || stores.stale().count(meter.ssid()) > 0);
      boolean firmware = !stores.firmware().of(meter.ssid(), Mark.ON_LAPTOP).isEmpty()
          || (target.canProve() && !stores.firmware().of(meter.ssid(), Mark.ACCEPTED).isEmpty());
      if (onLaptop > 0 || bySignIn || firmware) {
        work.add(meter);
        count.due(onLaptop + (target.canProve() ? accepted : 0));
      }
    }
    return work;
  }

  // One meter's trouble is a sentence in the report; the others go on.
  private void meter(MeterRow meter, Lanes.Work job) throws Halt {
    try {
      job.run();
    } catch (StoreException e) {
      problems.add(meter.name() + ": " + e.getMessage());
    } catch (Halt halt) {
      if (halt.scope() != Halt.Scope.METER) {
        throw halt;
      }
      problems.add(meter.name() + ": " + halt.sentence());
    }
  }

  private SyncReport report(Collection<String> sentences) throws StoreException {
    long accepted = 0;
    long refused = 0;
    long waiting = 0;
    for (MeterRow meter : stores.meters().meters()) {
      Map<State, Long> counts = stores.outbox().counts(meter.ssid());
      accepted += counts.getOrDefault(State.ACCEPTED, 0L);
      refused += counts.getOrDefault(State.REFUSED, 0L);
      waiting += counts.getOrDefault(State.ON_LAPTOP, 0L);
    }
    Counts did = counts();
    return new SyncReport(did.proven(), accepted, refused, waiting, did.deleted(), did.lost(), count.firmware(),
        signInRefused, cancelled,
        List.copyOf(sentences));
  }
}
