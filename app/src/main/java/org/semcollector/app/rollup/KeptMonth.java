package org.semcollector.app.rollup;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What is kept of one month of a meter.
///
/// @param zone whose days are counted
/// @param edges where coverage begins or ceases, oldest first; an end at midnight belongs to the day before
/// @param days those that readings touch
record KeptMonth(YearMonth month, ZoneId zone, List<CoverageEdge> edges, SortedMap<LocalDate, KeptDay> days) {
  KeptMonth {
    edges = List.copyOf(edges);
    days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
  }

  static KeptMonth empty(YearMonth month, ZoneId zone) {
    return new KeptMonth(month, zone, List.of(), new TreeMap<>());
  }

  /// The month as a whole: the sum of its days.
  KeptDay sums() {
    var channels = new TreeSet<Integer>();
    days.values().forEach(day -> channels.addAll(day.sums().keySet()));
    channels.remove(KeptDay.ALL);
    var sums = new TreeMap<Integer, Sums>();
    for (int channel : channels)
      sums.put(channel, sum(OptionalInt.of(channel)));
    if (channels.size() > 1)
      sums.put(KeptDay.ALL, sum(OptionalInt.empty()));
    return new KeptDay(sums, new TreeMap<>());
  }

  private Sums sum(OptionalInt channel) {
    return BucketSums.of(days.values().stream().map(day -> day.sums(channel)).toList());
  }

  boolean isEmpty() {
    return days.isEmpty() && edges.isEmpty();
  }

  /// The month with the days from `first` to `last`, both included, as they are in another one.
  KeptMonth with(LocalDate first, LocalDate last, KeptMonth changed) {
    var newDays = new TreeMap<>(days);
    newDays.subMap(first, true, last, true).clear();
    newDays.putAll(new TreeMap<>(changed.days).subMap(first, true, last, true));
    var newEdges = new ArrayList<CoverageEdge>();
    edges.stream().filter(edge -> !isWithin(edge, first, last)).forEach(newEdges::add);
    changed.edges.stream().filter(edge -> isWithin(edge, first, last)).forEach(newEdges::add);
    newEdges.sort(Comparator.comparing(CoverageEdge::at));
    return new KeptMonth(month, zone, newEdges, newDays);
  }

  private boolean isWithin(CoverageEdge edge, LocalDate first, LocalDate last) {
    LocalDate day = dayOf(edge, zone);
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /// The day an edge belongs to.
  static LocalDate dayOf(CoverageEdge edge, ZoneId zone) {
    return (edge.starts() ? edge.at() : edge.at().minusMillis(1)).atZone(zone).toLocalDate();
  }
}
