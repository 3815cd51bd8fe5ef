package org.semcollector.app.sync;

import java.io.Serial;

/// The end of the work on a meter, or of the whole run. The message is a sentence for users.
final class Halt extends Exception {
  @Serial
  private static final long serialVersionUID = 1;

  /// What stops.
  enum Scope {
    METER, RUN,
    /// The run, because the server does not accept the sign-in.
    SIGN_IN
  }

  private final Scope scope;

  private Halt(Scope scope, String sentence) {
    super(sentence);
    this.scope = scope;
  }

  static Halt meter(String sentence) {
    return new Halt(Scope.METER, sentence);
  }

  static Halt run(String sentence) {
    return new Halt(Scope.RUN, sentence);
  }

  static Halt signIn(String sentence) {
    return new Halt(Scope.SIGN_IN, sentence);
  }

  Scope scope() {
    return scope;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
