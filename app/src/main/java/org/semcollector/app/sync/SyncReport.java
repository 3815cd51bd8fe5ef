package org.semcollector.app.sync;

import java.util.List;

/// What a sync run reached.
///
/// @param proven readings whose arrival this run read back
/// @param accepted readings the server has only queued, after this run
/// @param refused readings that are set aside with a reason, after this run
/// @param waiting readings that are only on the laptop, after this run
/// @param deleted former times of readings that this run deleted on the server
/// @param lost readings that had been proven and that this run found the server without
/// @param firmware firmware states whose arrival this run read back
/// @param signInRefused whether the server did not accept the sign-in: trying again by itself could lock the account
/// @param cancelled whether somebody stopped it
/// @param problems one sentence per meter or server problem; empty when nothing went wrong
public record SyncReport(long proven, long accepted, long refused, long waiting, long deleted, long lost,
    long firmware, boolean signInRefused, boolean cancelled, List<String> problems) {
  public SyncReport {
    problems = List.copyOf(problems);
  }

  /// A run that had to do with readings alone.
  public SyncReport(long proven, long accepted, long refused, long waiting, long deleted, long lost, boolean cancelled,
      List<String> problems) {
    this(proven, accepted, refused, waiting, deleted, lost, 0, false, cancelled, problems);
  }

  /// A run that deleted nothing, missed nothing and was not stopped.
  public SyncReport(long proven, long accepted, long refused, long waiting, List<String> problems) {
    this(proven, accepted, refused, waiting, 0, 0, false, problems);
  }

  /// Whether nothing is left to do: every reading is proven.
  public boolean everythingProven() {
    return accepted == 0 && refused == 0 && waiting == 0 && problems.isEmpty();
  }
}
