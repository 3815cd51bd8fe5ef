package org.semcollector.app.cli;

import java.io.Serial;

/// A command cannot go on; the message is the one sentence the user sees.
final class CliException extends Exception {
  @Serial
  private static final long serialVersionUID = 1;

  private final int exitCode;

  CliException(String sentence) {
    this(ExitCode.FAILED, sentence);
  }

  CliException(int exitCode, String sentence) {
    super(sentence);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
