package org.semcollector.app.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.analysis.CalendarShift;
import org.semcollector.app.analysis.Power;
import org.semcollector.app.chart.BucketSource;
import org.semcollector.app.chart.Period;
import org.semcollector.app.cli.Analysed.Days;
import org.semcollector.app.rollup.Bucket;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "analyse", aliases = "analyze", description = "Energy, peak, base load, load factor, comparison, cost of meters over some days, in words.")
final class AnalyseCommand extends SemCommand {
  private static final List<Integer> CHANNELS = List.of(1, 2, 3);

  /// What a period is compared with.
  enum Compare {
    NONE, PREVIOUS, YEAR, WEEKDAYS
  }

  @Option(names = "--meter", paramLabel = "SSID", description = "A meter; may be given several times.")
  List<String> meters = List.of();

  @Option(names = "--all", description = "All meters known.")
  boolean all;

  @Option(names = "--from", paramLabel = "DAY", description = "First day: 2026-11-01 (default: the month of the newest reading).")
  @Nullable
  LocalDate from;

  @Option(names = "--to", paramLabel = "DAY", description = "The day after the last.")
  @Nullable
  LocalDate to;

  @Option(names = "--zone", paramLabel = "Z", description = "Zone whose hours are counted (default: each meter's own).")
  @Nullable
  String zone;

  @Option(names = "--compare", paramLabel = "none|previous|year|weekdays", defaultValue = "PREVIOUS", description = "With the period before, the same dates of the year before, or 52 weeks before (default: previous).")
  Compare compare;

  @Option(names = "--weekend", paramLabel = "DAYS", defaultValue = "sat,sun", description = "Default: sat,sun.")
  String weekend;

  @Mixin
  TariffOptions tariff = new TariffOptions();

  @Option(names = "--co2", paramLabel = "G", description = "Grams of CO2 of a kWh.")
  @Nullable
  Double gramsPerKwh;

  AnalyseCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    if (from != null && to != null && !from.isBefore(to))
      throw new CliException(ExitCode.USAGE, "--from must be before --to.");
    if (gramsPerKwh != null && !(gramsPerKwh >= 0 && gramsPerKwh <= 100_000))
      throw new CliException(ExitCode.USAGE, "--co2 is grams for a kWh, 0 to 100000.");
    var wishes = new Analysed.Wishes(TariffOptions.days(weekend), tariff.tariff(),
        gramsPerKwh == null ? OptionalDouble.empty() : OptionalDouble.of(gramsPerKwh));
    Optional<ZoneId> where = zone == null ? Optional.empty() : Optional.of(TimeOption.zone(zone));
    try (Services services = open()) {
      List<Analysed> results = new ArrayList<>();
      for (MeterRow meter : MeterOption.chosen(meters, all, services.meters())) {
        if (meter.readings() > 0)
          results.add(analysed(services, meter, where.orElse(meter.zone()), wishes));
      }
      if (results.isEmpty())
        throw new CliException("There are no readings to analyse yet: collect a meter first.");
      if (common.json)
        printJson(Map.of("meters", results.stream().map(AnalyseJson::document).toList()));
      else
        results.forEach(result -> print(AnalyseText.of(result)));
      return ExitCode.DONE;
    }
  }

  private Analysed analysed(Services services, MeterRow meter, ZoneId where, Analysed.Wishes wishes) throws Exception {
    Days days = days(meter, where);
    BucketSource source = services.buckets();
    Instant now = services.clock().instant();
    List<Bucket> hours = hours(source, meter, OptionalInt.empty(), days, where, now);
    List<List<Bucket>> phases = new ArrayList<>();
    for (int channel : CHANNELS) {
      List<Bucket> its = hours(source, meter, OptionalInt.of(channel), days, where, now);
      if (!its.stream().allMatch(Bucket::isGap))
        phases.add(its);
    }
    return Analysed.of(meter, where, days, new Analysed.Series(hours, phases, now),
        services.notes().note(meter.ssid()).energyFactor(), compared(source, meter, days, where, hours), wishes);
  }

  private Optional<Analysed.Compared> compared(
      BucketSource source, MeterRow meter, Days days, ZoneId where, List<Bucket> hours) throws StoreException {
    CalendarShift shift = switch (compare) {
      case NONE -> null;
      case PREVIOUS -> CalendarShift.previous(days.first(), days.end());
      case YEAR -> CalendarShift.YEAR;
      case WEEKDAYS -> CalendarShift.YEAR_BY_WEEKDAY;
    };
    if (shift == null)
      return Optional.empty();
    var before = new Days(shift.boundary(days.first()), shift.boundary(days.end()));
    List<Bucket> earlier = before.first().isBefore(before.end())
        ? hours(source, meter, OptionalInt.empty(), before, where, Instant.MAX)
        : List.of();
    return Optional.of(Analysed.compared(hours, earlier, before, where, shift));
  }

  private static List<Bucket> hours(BucketSource source, MeterRow meter, OptionalInt channel, Days days, ZoneId where,
      Instant now) throws StoreException {
    var range = new Range(days.first().atStartOfDay(where).toInstant(), days.end().atStartOfDay(where).toInstant());
    return Power.begun(source.buckets(meter.ssid(), channel, BucketUnit.HOUR, range, where), now);
  }

  private Days days(MeterRow meter, ZoneId where) {
    Period month = Period.around(Period.Kind.MONTH, meter.lastMeasuredAt().orElseThrow().minusMillis(1), where);
    LocalDate first = from != null ? from : to != null ? to.minusMonths(1) : month.first();
    LocalDate end = to != null ? to : from != null ? from.plusMonths(1) : month.next().first();
    return new Days(first, end);
  }
}
