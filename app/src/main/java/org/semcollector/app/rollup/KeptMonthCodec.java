package org.semcollector.app.rollup;

import java.nio.BufferUnderflowException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.reading.SavePeriod;

/// [KeptMonth] as two rows: the month as a whole and its days; both begin with a version and the zone.
final class KeptMonthCodec {
  /// Rows of another version are as if they were not there: they are made anew.
  private static final int VERSION = 1;
  private static final int STARTS = 1;
  private static final int EVERY_MINUTE = 2;
  private static final int CLOCK_NEVER_SET = 4;
  private static final int CHANNEL_SHIFT = 3;

  /// A month as a whole.
  ///
  /// @param zone whose days are counted
  /// @param edges where coverage begins or ceases
  /// @param sums of the month
  record Head(ZoneId zone, List<CoverageEdge> edges, KeptDay sums) {}

  private KeptMonthCodec() {}

  /// The row of a month as a whole.
  static Bytes head(KeptMonth month) {
    var out = new PackedWriter();
    out.unsigned(VERSION);
    out.text(month.zone().getId());
    write(out, month.sums());
    long start = startOf(month.month().atDay(1), month.zone());
    out.unsigned(month.edges().size());
    for (CoverageEdge edge : month.edges())
      write(out, edge, start);
    return out.bytes();
  }

  /// @return empty for a row that this program did not write
  static Optional<Head> head(YearMonth month, Bytes row) {
    return decoded(row, (in, zone) -> {
      KeptDay sums = new KeptDay(channels(in), new TreeMap<>());
      long start = startOf(month.atDay(1), zone);
      var edges = new ArrayList<CoverageEdge>();
      for (int left = in.count(); left > 0; left--)
        edges.add(edge(in, start));
      return new Head(zone, edges, sums);
    });
  }

  /// The row of a month's days and, at its end, hours.
  static Bytes days(KeptMonth month) {
    var out = new PackedWriter();
    out.unsigned(VERSION);
    out.text(month.zone().getId());
    out.unsigned(month.days().size());
    month.days().forEach((day, kept) -> {
      out.unsigned(day.getDayOfMonth());
      write(out, kept);
    });
    month.days().forEach((day, kept) -> writeHours(out, startOf(day, month.zone()), kept));
    return out.bytes();
  }

  /// @param hours whether kept hours are needed
  /// @return empty for a row that this program did not write
  static Optional<SortedMap<LocalDate, KeptDay>> days(YearMonth month, Bytes row, boolean hours) {
    return decoded(row, (in, zone) -> {
      var days = new TreeMap<LocalDate, KeptDay>();
      for (int left = in.count(); left > 0; left--)
        days.put(month.atDay(in.count()), new KeptDay(channels(in), new TreeMap<>()));
      if (hours)
        days.replaceAll((day, kept) -> new KeptDay(kept.sums(), hours(in, startOf(day, zone))));
      return days;
    });
  }

  private interface Content<T> {
    T read(PackedReader in, ZoneId zone);
  }

  private static <T> Optional<T> decoded(Bytes row, Content<T> content) {
    try {
      var in = new PackedReader(row);
      return in.unsigned() == VERSION ? Optional.of(content.read(in, ZoneId.of(in.text()))) : Optional.empty();
    } catch (BufferUnderflowException | ArithmeticException | DateTimeException | IndexOutOfBoundsException
        | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static void write(PackedWriter out, CoverageEdge edge, long start) {
    out.unsigned((edge.starts() ? STARTS : 0) | (edge.period() == SavePeriod.MINUTE ? EVERY_MINUTE : 0)
        | (edge.clockNeverSet() ? CLOCK_NEVER_SET : 0) | edge.channel() << CHANNEL_SHIFT);
    out.signed(edge.at().toEpochMilli() - start);
    out.unsigned(edge.key());
    out.signed(edge.deviceMillis() - start);
    out.unsigned(edge.band().earlier().toMillis());
    out.unsigned(edge.band().later().toMillis());
  }

  private static CoverageEdge edge(PackedReader in, long start) {
    int flags = in.count();
    return new CoverageEdge(Instant.ofEpochMilli(start + in.signed()), (flags & STARTS) != 0, in.unsigned(),
        flags >>> CHANNEL_SHIFT, start + in.signed(), (flags & EVERY_MINUTE) != 0 ? SavePeriod.MINUTE : SavePeriod.HOUR,
        (flags & CLOCK_NEVER_SET) != 0,
        new TimeBand(Duration.ofMillis(in.unsigned()), Duration.ofMillis(in.unsigned())));
  }

  private static void write(PackedWriter out, KeptDay kept) {
    out.unsigned(kept.sums().size());
    kept.sums().forEach((channel, sums) -> {
      out.unsigned(channel);
      SumsCodec.write(out, sums);
    });
  }

  private static SortedMap<Integer, Sums> channels(PackedReader in) {
    var channels = new TreeMap<Integer, Sums>();
    for (int left = in.count(); left > 0; left--)
      channels.put(in.count(), SumsCodec.read(in));
    return channels;
  }

  private static void writeHours(PackedWriter out, long dayStart, KeptDay kept) {
    out.unsigned(kept.hours().size());
    kept.hours().forEach((channel, hours) -> {
      out.unsigned(channel);
      out.unsigned(hours.size());
      for (int i = 0; i < hours.size(); i++) {
        out.unsigned(hours.start(i) - dayStart);
        SumsCodec.write(out, hours.sums(i));
      }
    });
  }

  private static SortedMap<Integer, SumsSeries> hours(PackedReader in, long dayStart) {
    var channels = new TreeMap<Integer, SumsSeries>();
    for (int left = in.count(); left > 0; left--) {
      int channel = in.count();
      var hours = new SumsSeries();
      for (int more = in.count(); more > 0; more--)
        hours.add(dayStart + in.unsigned(), SumsCodec.read(in));
      channels.put(channel, hours);
    }
    return channels;
  }

  private static long startOf(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }
}
