package org.semcollector.app.rollup;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.semcollector.app.store.StoredReading;

/// Puts the readings of each save together. Readings come oldest first.
final class Saves {
  private final Consumer<Save> consumer;
  private List<StoredReading> open = new ArrayList<>();

  Saves(Consumer<Save> consumer) {
    this.consumer = consumer;
  }

  void add(StoredReading reading) {
    if (!open.isEmpty() && !Save.isOfOneSave(open.getLast(), reading))
      flush();
    open.add(reading);
  }

  /// Hands over the last save.
  void flush() {
    if (!open.isEmpty())
      consumer.accept(new Save(open));
    open = new ArrayList<>();
  }
}
