package org.semcollector.app.cli;

/// What scripts see of a command's end.
final class ExitCode {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int PARTLY = 3;

  private ExitCode() {}
}
