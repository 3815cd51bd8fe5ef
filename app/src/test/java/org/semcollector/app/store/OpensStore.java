package org.semcollector.app.store;

import java.nio.file.Path;
import java.time.ZoneOffset;
import org.semcollector.app.store.h2.H2Store;

/// A second program: tries to open a database and says how it went.
final class OpensStore {
  private OpensStore() {}

  public static void main(String[] arguments) {
    try (H2Store store = H2Store.open(Path.of(arguments[0]), ZoneOffset.UTC)) {
      System.out.println("opened with " + store.meters().meters().size() + " meters");
    } catch (StoreException e) {
      System.out.println(e.getMessage());
    }
  }
}
