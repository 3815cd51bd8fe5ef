package org.semcollector.protocol.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/// Half a year of a real household by the hour, repeated for ever in whole weeks, so that Monday stays Monday.
///
/// Source: G. Hebrail, A. Berard, "Individual Household Electric Power Consumption", UCI Machine Learning Repository
/// (2006), doi 10.24432/C58K54, CC BY 4.0; hourly means, told 887 weeks later. See sample-data/README.md.
final class HouseholdYear {
  /// The household's own clock: local standard time.
  static final ZoneOffset ZONE = ZoneOffset.ofHours(1);
  static final int WEEK_HOURS = 7 * 24;
  private static final int HOURS = 26 * WEEK_HOURS;
  private static final Instant START = LocalDateTime.of(2024, 1, 1, 0, 0).toInstant(ZONE);
  private static final String RESOURCE = "load/household-hourly.csv";

  private final Load.Sample[] hours;

  private HouseholdYear(Load.Sample[] hours) {
    this.hours = hours;
  }

  /// The table that comes with the program.
  static HouseholdYear get() {
    return Holder.YEAR;
  }

  /// Read once, when first asked for.
  private static final class Holder {
    static final HouseholdYear YEAR = read();
  }

  private static HouseholdYear read() {
    try (InputStream in = Objects.requireNonNull(HouseholdYear.class.getResourceAsStream(RESOURCE), RESOURCE);
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      var measured = new Load.Sample[HOURS];
      lines.lines().skip(1).map(line -> line.split(",", -1)).forEach(columns -> {
        Instant start = LocalDateTime.parse(columns[0]).toInstant(ZONE);
        measured[(int) ChronoUnit.HOURS.between(START, start)] = new Load.Sample(Double.parseDouble(columns[1]),
            Double.parseDouble(columns[2]), Double.parseDouble(columns[3]));
      });
      return new HouseholdYear(withoutHoles(measured));
    } catch (IOException e) {
      throw new UncheckedIOException("the household load that comes with the program cannot be read", e);
    }
  }

  /// The number of the hour an instant falls into, counted from the start of the table; any hour has a value.
  static long hourOf(Instant time) {
    return Math.floorDiv(time.getEpochSecond() - START.getEpochSecond(), 3600L);
  }

  Load.Sample hour(long number) {
    return hours[(int) Math.floorMod(number, (long) HOURS)];
  }

  /// An hour that was not measured gets the value of the same hour of the nearest earlier week that was.
  private static Load.Sample[] withoutHoles(Load.Sample[] measured) {
    var filled = new Load.Sample[HOURS];
    for (int i = 0; i < HOURS; i++) {
      int source = i;
      while (measured[source] == null) {
        source = Math.floorMod(source - WEEK_HOURS, HOURS);
      }
      filled[i] = measured[source];
    }
    return filled;
  }
}
