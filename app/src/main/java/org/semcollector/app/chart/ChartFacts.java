package org.semcollector.app.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.rollup.Bucket;

/// What was fetched for a chart.
///
/// @param choice what was asked for
/// @param zone whose days are counted
/// @param now the present, as it was then
/// @param series buckets of each meter or phase, all of the same times; empty while only shares are known
/// @param before buckets of each in the time it is compared with; empty without comparison
/// @param lines single readings in lines, where they were asked for
/// @param marks what happened
/// @param shares the energy of each meter over the days of its own zone, where shares were asked for
public record ChartFacts(
    ChartChoice choice,
    ZoneId zone,
    Instant now,
    List<MeterBuckets> series,
    List<MeterBuckets> before,
    Optional<LinePanels> lines,
    List<Mark> marks,
    List<EnergyPart> shares) {
  public ChartFacts {
    series = List.copyOf(series);
    before = List.copyOf(before);
    marks = List.copyOf(marks);
    shares = List.copyOf(shares);
  }

  /// The hours of the same time.
  ///
  /// @param total all meters together, those of the future left out
  /// @param scaled the same total with the energy factors of those meters that have one; empty when none has
  /// @param each every meter or phase for itself; of many meters only the total
  public record Hours(List<Bucket> total, Optional<List<Bucket>> scaled, List<MeterBuckets> each) {
    public Hours {
      total = List.copyOf(total);
      scaled = scaled.map(List::copyOf);
      each = List.copyOf(each);
    }
  }
}
