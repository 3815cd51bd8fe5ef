package org.semcollector.app.ui.meters;

import java.time.Instant;
import java.util.Comparator;
import org.semcollector.app.store.MeterRow;

/// In which order meters are listed.
public enum MeterSort {
  NAME, SIGNAL, OLDEST, ATTENTION;

  private static final Comparator<MeterItem> BY_NAME = Comparator
      .comparing(MeterItem::name, String.CASE_INSENSITIVE_ORDER).thenComparing(MeterItem::ssid);

  /// Meters that are equal stand by name.
  Comparator<MeterItem> order() {
    return switch (this) {
      case NAME -> BY_NAME;
      case SIGNAL -> Comparator.comparing(MeterItem::signal).reversed().thenComparing(BY_NAME);
      case OLDEST -> Comparator
          .comparing((MeterItem item) -> item.known().flatMap(MeterRow::lastCollectedAt).orElse(Instant.MIN))
          .thenComparing(BY_NAME);
      case ATTENTION -> Comparator.comparing(MeterItem::verdict).reversed().thenComparing(BY_NAME);
    };
  }
}
