package org.semcollector.app.store.h2;

import org.semcollector.app.store.Outbox;

/// The names that stand for values in the database; fixed for ever, unlike those in the code.
final class Codes {
  private Codes() {}

  /// The column of `meter` and of `reading_pack` that counts readings in a state.
  static String counter(Outbox.State state) {
    return switch (state) {
      case ON_LAPTOP -> "on_laptop";
      case ACCEPTED -> "accepted";
      case REFUSED -> "refused";
    };
  }
}
