package org.semcollector.app.rollup;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.semcollector.app.store.KeptSums;
import org.semcollector.app.store.KeptSums.Part;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Ssid;

/// The energies of all meters side by side, for shares and rankings.
public final class EnergyQuery {
  private final KeptSums kept;

  public EnergyQuery(KeptSums kept) {
    this.kept = kept;
  }

  private static final class Sum {
    private double kwh;
    private long coveredMillis;

    void add(Sums sums) {
      kwh += sums.energyKwh();
      coveredMillis += sums.coveredMillis();
    }
  }

  private record Row(Ssid ssid, YearMonth month, Bytes sums) {}

  /// The energy of every meter with readings, over days counted in its own zone.
  ///
  /// @param first the first day
  /// @param end the day after the last one
  /// @throws IllegalArgumentException unless `first` is before `end`
  public List<MeterEnergy> energies(LocalDate first, LocalDate end) throws StoreException {
    if (!first.isBefore(end))
      throw new IllegalArgumentException("no day from " + first + " to " + end);
    Map<Ssid, Sum> sums = new LinkedHashMap<>();
    YearMonth from = first.getDayOfMonth() == 1 ? YearMonth.from(first) : YearMonth.from(first).plusMonths(1);
    YearMonth to = YearMonth.from(end).minusMonths(1);
    if (from.isAfter(to)) {
      addDays(sums, first, end);
    } else {
      addMonths(sums, from, to);
      addDays(sums, first, from.atDay(1));
      addDays(sums, to.plusMonths(1).atDay(1), end);
    }
    var energies = new ArrayList<MeterEnergy>();
    sums.forEach((ssid, sum) -> energies.add(new MeterEnergy(ssid, sum.kwh, Duration.ofMillis(sum.coveredMillis))));
    return energies;
  }

  private void addMonths(Map<Ssid, Sum> sums, YearMonth first, YearMonth last) throws StoreException {
    for (Row row : rows(Part.MONTH, first, last))
      sums.computeIfAbsent(row.ssid(), _ -> new Sum())
          .add(KeptRows.head(row.month(), row.sums()).sums().sums(OptionalInt.empty()));
  }

  private void addDays(Map<Ssid, Sum> sums, LocalDate first, LocalDate end) throws StoreException {
    if (!first.isBefore(end))
      return;
    for (Row row : rows(Part.DAYS, YearMonth.from(first), YearMonth.from(end.minusDays(1)))) {
      Sum sum = sums.computeIfAbsent(row.ssid(), _ -> new Sum());
      for (KeptDay day : KeptRows.days(row.month(), row.sums(), false).subMap(first, end).values())
        sum.add(day.sums(OptionalInt.empty()));
    }
  }

  private List<Row> rows(Part part, YearMonth first, YearMonth last) throws StoreException {
    var rows = new ArrayList<Row>();
    kept.forEach(part, first, last, (ssid, month, row) -> rows.add(new Row(ssid, month, row)));
    return rows;
  }
}
