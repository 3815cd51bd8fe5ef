package org.semcollector.app.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The history of runs that brought readings to a server.
public interface SyncRuns {
  /// How a run ended.
  enum Outcome {
    /// Everything is proven.
    DONE,
    /// Something is left, and something was reached or nothing went wrong.
    PARTLY,
    /// Nothing was reached.
    FAILED,
    /// Somebody stopped it.
    CANCELLED
  }

  /// What a run did.
  ///
  /// @param proven readings whose arrival it proved
  /// @param accepted readings the server only took in
  /// @param refused readings it set aside
  /// @param deleted former stamps it deleted on the server
  /// @param lost proven readings it found the server without
  /// @param waiting readings that were only on the laptop after it
  record Counts(long proven, long accepted, long refused, long deleted, long lost, long waiting) {
    public static final Counts NOTHING = new Counts(0, 0, 0, 0, 0, 0);
  }

  /// A run.
  ///
  /// @param id number of the run, in the order in which runs were started
  /// @param server the server's address, without secrets
  /// @param endedAt empty while it runs, and for ever when the process died in it
  /// @param outcome empty as long as `endedAt`
  /// @param sentence what went wrong, for people; empty when nothing did
  record Run(long id, Instant startedAt, String server, Optional<Instant> endedAt, Optional<Outcome> outcome,
      Counts counts, String sentence) {}

  /// Notes that a run has started; the oldest runs beyond a thousand are forgotten.
  ///
  /// @return its number
  long started(Instant at, String server) throws StoreException;

  /// Notes how a run ended.
  void ended(long id, Instant at, Outcome outcome, Counts counts, String sentence) throws StoreException;

  /// The newest runs, newest first.
  List<Run> newest(int limit) throws StoreException;
}
