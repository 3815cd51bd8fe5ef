package org.semcollector.app.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.SyncRuns.Counts;
import org.semcollector.app.store.SyncRuns.Outcome;

/// Brings everything the server is not proven to have to the server, and proves it. What is left to do is in the store
/// and nowhere else: a run can end at any moment, in any way, and the next one goes on from there.
public final class SyncService {
  /// So often at least a server is asked whether it still has everything.
  private static final Duration LOOKED_AT = Duration.ofDays(1);

  private final SyncStores stores;
  private final TelemetryServer.Opener servers;
  private final BackoffPolicy policy;
  private final Pause pause;
  private final RandomGenerator random;
  private final InstantSource clock;
  private final Lanes lanes;
  private final Map<String, String> tokensSeen = new ConcurrentHashMap<>();
  private final AtomicBoolean running = new AtomicBoolean();

  /// @param random spreads the waits; must be safe for use by several threads
  /// @param clock stamps the history of runs
  public SyncService(SyncStores stores, TelemetryServer.Opener servers, BackoffPolicy policy, Pause pause,
      RandomGenerator random, InstantSource clock) {
    this(stores, servers, policy, pause, random, clock, new VirtualLanes());
  }

  SyncService(SyncStores stores, TelemetryServer.Opener servers, BackoffPolicy policy, Pause pause,
      RandomGenerator random, InstantSource clock, Lanes lanes) {
    this.stores = stores;
    this.servers = servers;
    this.policy = policy;
    this.pause = pause;
    this.random = random;
    this.clock = clock;
    this.lanes = lanes;
  }

  /// A usual run over all meters.
  ///
  /// @throws StoreException when the laptop's own database fails before or after the run
  public SyncReport sync(SyncTarget target, SyncListener listener) throws StoreException {
    return sync(target, SyncOptions.USUAL, listener);
  }

  /// One run over all meters. While one runs, another one ends at once and says so.
  ///
  /// @throws StoreException when the laptop's own database fails before or after the run
  public SyncReport sync(SyncTarget target, SyncOptions options, SyncListener listener) throws StoreException {
    if (!running.compareAndSet(false, true)) {
      return new SyncReport(0, 0, 0, 0, List.of("A sync is running already; this one did nothing."));
    }
    try {
      return recorded(target, options, listener);
    } finally {
      running.set(false);
    }
  }

  /// What a run would do, without asking any server: one line per meter.
  public List<SyncPreview> preview() throws StoreException {
    return SyncPreview.of(stores);
  }

  /// Whether a run would find something to do: something waits, or nobody has looked for a day whether the server still
  /// has what it was proven to have.
  ///
  /// @param signedIn whether it would have a sign-in
  public boolean isDue(boolean signedIn) throws StoreException {
    return new SyncDue(stores, signedIn).anywhere() || (signedIn && nobodyLooked());
  }

  private boolean nobodyLooked() throws StoreException {
    Instant yesterday = clock.instant().minus(LOOKED_AT);
    return stores.runs().newest(1).stream().anyMatch(last -> last.startedAt().isBefore(yesterday));
  }

  private SyncReport recorded(SyncTarget target, SyncOptions options, SyncListener listener) throws StoreException {
    long id = stores.runs().started(clock.instant(), target.baseUri().toString());
    var run = new SyncRun(stores, target, options, listener, id);
    try {
      SyncReport report = run.run(servers, policy, pause, random, lanes, tokensSeen);
      end(id, report.cancelled() ? Outcome.CANCELLED : outcome(report, run.counts()),
          run.counts(report.waiting()), String.join("\n", report.problems()));
      return report;
    } catch (StoreException | RuntimeException e) {
      try {
        end(id, Outcome.FAILED, run.counts(), String.valueOf(e.getMessage()));
      } catch (StoreException second) {
        e.addSuppressed(second);
      }
      throw e;
    }
  }

  private void end(long id, Outcome outcome, Counts counts, String sentence) throws StoreException {
    stores.runs().ended(id, clock.instant(), outcome, counts, sentence);
  }

  private static Outcome outcome(SyncReport report, Counts counts) {
    if (report.everythingProven()) {
      return Outcome.DONE;
    }
    boolean nothing = counts.proven() + counts.accepted() + counts.refused() + counts.deleted() == 0;
    return nothing && !report.problems().isEmpty() ? Outcome.FAILED : Outcome.PARTLY;
  }
}
