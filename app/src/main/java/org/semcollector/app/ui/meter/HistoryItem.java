package org.semcollector.app.ui.meter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.semcollector.app.chart.Mark;
import org.semcollector.app.store.VisitRow;

/// Something in a meter's history.
///
/// @param at when it was, or began
/// @param lasted how long; zero for a moment
/// @param outcome of a visit: "done", "partly", "failed", "cancelled" or "unfinished"; empty text for everything else
/// @param sentence what was said then, or empty
/// @param number how many new readings a visit brought, the version of new firmware; negative when not known
record HistoryItem(Kind kind, Instant at, Duration lasted, String outcome, String sentence, int number) {
  /// What happened.
  enum Kind {
    VISIT, CLOCK_SET, FIRMWARE, ERASED, OUTAGE
  }

  static List<HistoryItem> of(List<VisitRow> visits, List<Mark> marks) {
    List<HistoryItem> all = new ArrayList<>();
    for (VisitRow visit : visits) {
      all.add(new HistoryItem(Kind.VISIT, visit.startedAt(),
          visit.endedAt().map(end -> Duration.between(visit.startedAt(), end)).orElse(Duration.ZERO), visit.outcome(),
          visit.sentence(), visit.newReadings()));
    }
    for (Mark mark : marks)
      kind(mark).ifPresent(kind -> all.add(new HistoryItem(kind, mark.from(), Duration.between(mark.from(), mark.to()),
          "", "", mark.number().orElse(-1))));
    all.sort(Comparator.comparing(HistoryItem::at).reversed());
    return all;
  }

  /// Visits come from the store, with what was said.
  private static java.util.Optional<Kind> kind(Mark mark) {
    return switch (mark.kind()) {
      case OUTAGE -> java.util.Optional.of(Kind.OUTAGE);
      case CLOCK_SET -> java.util.Optional.of(Kind.CLOCK_SET);
      case FIRMWARE -> java.util.Optional.of(Kind.FIRMWARE);
      case ERASED -> java.util.Optional.of(Kind.ERASED);
      case VISIT -> java.util.Optional.empty();
    };
  }
}
