package org.semcollector.app.rollup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.semcollector.app.store.ReadingView;
import org.semcollector.protocol.reading.SavePeriod;

/// Adds a meter's readings up into what is kept of its days. Readings come oldest first.
final class DayAdder {
  private final ZoneId zone;
  private final ChannelRollups days;
  private final CoverageEdges edges = new CoverageEdges();
  private final SortedSet<LocalDate> inMinutes = new TreeSet<>();

  DayAdder(ZoneId zone) {
    this.zone = zone;
    days = new ChannelRollups(zone, BucketUnit.DAY, edges);
  }

  void add(ReadingView reading) {
    days.add(reading);
    if (reading.period() == SavePeriod.MINUTE) {
      inMinutes.add(Instant.ofEpochMilli(reading.measuredMillis() - 1).atZone(zone).toLocalDate());
    }
  }

  /// The days with readings saved every minute: too many to be read for each view in hours.
  SortedSet<LocalDate> inMinutes() {
    return inMinutes;
  }

  /// What is kept, by month.
  ///
  /// @param hours of the days [#inMinutes], with readings around them
  SortedMap<YearMonth, KeptMonth> months(ChannelRollups hours) {
    var kept = new TreeMap<LocalDate, KeptDay>();
    SortedMap<LocalDate, SortedMap<Integer, SumsSeries>> hoursOfDay = byDay(hours);
    hoursOfDay.keySet().retainAll(inMinutes);
    byDay(days).forEach((day, channels) -> {
      var sums = new TreeMap<Integer, Sums>();
      channels.forEach((channel, ofDay) -> sums.put(channel, ofDay.sums(0)));
      kept.put(day, new KeptDay(sums, hoursOfDay.getOrDefault(day, new TreeMap<>())));
    });
    return byMonth(kept);
  }

  private SortedMap<LocalDate, SortedMap<Integer, SumsSeries>> byDay(ChannelRollups rollups) {
    var byDay = new TreeMap<LocalDate, SortedMap<Integer, SumsSeries>>();
    rollups.sums().forEach((channel, series) -> {
      for (int i = 0; i < series.size(); i++)
        byDay.computeIfAbsent(Instant.ofEpochMilli(series.start(i)).atZone(zone).toLocalDate(), _ -> new TreeMap<>())
            .computeIfAbsent(channel, _ -> new SumsSeries()).add(series.start(i), series.sums(i));
    });
    byDay.values().forEach(channels -> {
      if (channels.size() == 2)
        channels.remove(KeptDay.ALL); // it is the one channel's
    });
    return byDay;
  }

  private SortedMap<YearMonth, KeptMonth> byMonth(SortedMap<LocalDate, KeptDay> kept) {
    var edgesOf = new TreeMap<YearMonth, List<CoverageEdge>>();
    for (CoverageEdge edge : edges.edges())
      edgesOf.computeIfAbsent(YearMonth.from(KeptMonth.dayOf(edge, zone)), _ -> new ArrayList<>()).add(edge);
    var daysOf = new TreeMap<YearMonth, SortedMap<LocalDate, KeptDay>>();
    for (Map.Entry<LocalDate, KeptDay> day : kept.entrySet())
      daysOf.computeIfAbsent(YearMonth.from(day.getKey()), _ -> new TreeMap<>()).put(day.getKey(), day.getValue());
    var months = new TreeMap<YearMonth, KeptMonth>();
    var all = new TreeSet<>(edgesOf.keySet());
    all.addAll(daysOf.keySet());
    for (YearMonth month : all)
      months.put(month, new KeptMonth(month, zone, edgesOf.getOrDefault(month, List.of()),
          daysOf.getOrDefault(month, new TreeMap<>())));
    return months;
  }
}
