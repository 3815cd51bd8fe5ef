package org.semcollector.app.rollup;

import java.time.ZoneId;
import java.util.SortedMap;
import java.util.TreeMap;
import org.semcollector.app.store.ReadingView;

/// Adds each channel up, and all of them under [KeptDay#ALL]. Readings come oldest first.
final class ChannelRollups {
  private final ZoneId zone;
  private final BucketUnit unit;
  private final Rollup all;
  private final Saves saves;
  private final Save single = new Save();
  private final SortedMap<Integer, Rollup> channels = new TreeMap<>();

  /// @param intervals told of the readings' intervals
  ChannelRollups(ZoneId zone, BucketUnit unit, Rollup.Intervals intervals) {
    this.zone = zone;
    this.unit = unit;
    all = new Rollup(zone, unit, intervals);
    saves = new Saves(all::add);
  }

  void add(ReadingView reading) {
    saves.add(reading);
    single.clear();
    single.add(reading);
    channels.computeIfAbsent(reading.channel(), _ -> new Rollup(zone, unit)).add(single);
  }

  /// The sums of each channel and of all.
  SortedMap<Integer, SumsSeries> sums() {
    saves.flush();
    var sums = new TreeMap<Integer, SumsSeries>();
    channels.forEach((channel, rollup) -> sums.put(channel, rollup.sums()));
    sums.put(KeptDay.ALL, all.sums());
    return sums;
  }
}
