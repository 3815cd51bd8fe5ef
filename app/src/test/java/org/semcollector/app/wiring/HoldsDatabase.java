package org.semcollector.app.wiring;

import java.nio.file.Path;
import java.time.ZoneOffset;
import org.semcollector.app.store.h2.H2Store;

/// A program that has a data folder's database open until it is ended.
final class HoldsDatabase {
  private HoldsDatabase() {}

  public static void main(String[] args) throws Exception {
    try (H2Store store = H2Store.open(Path.of(args[0], "database", "sem"), ZoneOffset.UTC)) {
      store.meters().meters();
      System.out.println("open");
      System.out.flush();
      while (System.in.read() >= 0) {
        // nobody writes: this waits for the end
      }
    }
  }
}
