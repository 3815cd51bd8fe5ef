package org.semcollector.app.rollup;

import java.util.function.Consumer;
import org.semcollector.app.store.ReadingView;

/// Puts the readings of each save together. Readings come oldest first.
final class Saves {
  private final Consumer<Save> consumer;
  private final Save open = new Save();

  Saves(Consumer<Save> consumer) {
    this.consumer = consumer;
  }

  void add(ReadingView reading) {
    if (!open.isEmpty() && !open.continuesWith(reading))
      flush();
    open.add(reading);
  }

  /// Hands over the last save.
  void flush() {
    if (!open.isEmpty())
      consumer.accept(open);
    open.clear();
  }
}
