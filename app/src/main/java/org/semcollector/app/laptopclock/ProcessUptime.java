package org.semcollector.app.laptopclock;

/// Counts from one start of the program; it may stand still while the computer sleeps.
public final class ProcessUptime implements Uptime {
  private final String run;

  /// @param run a name no other start of the program has
  public ProcessUptime(String run) {
    this.run = run;
  }

  @Override
  public Count count() {
    return new Count(run, System.nanoTime(), false);
  }
}
