package org.semcollector.app.sync;

import java.util.List;

/// What a sync run reached.
///
/// @param proven readings whose arrival was read back
/// @param accepted readings the server only queued
/// @param refused readings set aside with a reason
/// @param waiting readings still only on the laptop
/// @param problems one sentence per meter or server problem
public record SyncReport(long proven, long accepted, long refused, long waiting, List<String> problems) {
  public SyncReport {
    problems = List.copyOf(problems);
  }
}
