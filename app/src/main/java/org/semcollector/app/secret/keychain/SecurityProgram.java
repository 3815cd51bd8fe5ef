package org.semcollector.app.secret.keychain;

import java.io.IOException;

/// macOS's `security`. Secrets go to it on standard input and come on standard output, never as arguments, which every
/// user of the machine can read.
public interface SecurityProgram {
  /// What it left behind.
  ///
  /// @param out standard output
  record Result(int exitCode, String out) {}

  /// Runs it with arguments that hold no secret.
  ///
  /// @param input what it reads on standard input
  Result run(String input, String... arguments) throws IOException;
}
