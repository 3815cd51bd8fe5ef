package org.semcollector.app.sync;

/// What became of a request: a value, or what stood in the way.
public sealed interface Answer<T> {
  /// The server did it.
  record Ok<T>(T value) implements Answer<T> {}

  /// The server did not do it, or nobody knows whether it did.
  record Not<T>(Trouble trouble) implements Answer<T> {}

  static <T> Answer<T> ok(T value) {
    return new Ok<>(value);
  }

  static <T> Answer<T> not(Trouble trouble) {
    return new Not<>(trouble);
  }
}
