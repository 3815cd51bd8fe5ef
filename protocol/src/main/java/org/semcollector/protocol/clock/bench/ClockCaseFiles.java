package org.semcollector.protocol.clock.bench;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.clock.ClockProblem;
import org.semcollector.protocol.clock.TimedReading;
import org.semcollector.protocol.powerloss.DecodedPowerLosses;
import org.semcollector.protocol.powerloss.PowerLossCodec;
import org.semcollector.protocol.reading.DecodedReadings;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.ReadingCodec;
import org.semcollector.protocol.reading.SavePeriod;
import org.semcollector.protocol.reading.SavePeriods;

/// The files of one case, as they stand in its folder.
///
/// @param telemetry `telemetry.bin`: body of `GET /telemetry`
/// @param powerLosses `powerloss_log.bin`: body of `GET /powerloss_log`
/// @param visit `visit.json`: `firmwareVersion`, `clockSetAtMillis`, `collectedAtMillis`, `zone`
/// @param history `history.csv`: `measuredAtMillis,intervalEnergyKwh,voltageV`, if there is one
/// @param truth `truth.csv`: `record,measuredAtMillis`
public record ClockCaseFiles(
    Bytes telemetry,
    Bytes powerLosses,
    String visit,
    Optional<String> history,
    String truth) {

  /// Decodes the case.
  ///
  /// @param name the folder's name
  /// @throws IllegalArgumentException when a file is not what it should be; the message names it
  public ClockCase decode(String name) {
    if (!(ReadingCodec.decode(telemetry) instanceof DecodedReadings.Complete(List<Reading> readings)))
      throw new IllegalArgumentException(name + "/telemetry.bin is not whole");
    if (!(PowerLossCodec.decode(powerLosses) instanceof DecodedPowerLosses.Complete(var log)))
      throw new IllegalArgumentException(name + "/powerloss_log.bin is not whole");
    List<SavePeriod> periods = SavePeriods.of(readings, OptionalInt.of((int) number(name, "firmwareVersion")));
    var problem = new ClockProblem(readings, periods, log,
        Optional.of(Instant.ofEpochMilli(number(name, "clockSetAtMillis"))),
        Instant.ofEpochMilli(number(name, "collectedAtMillis")));
    var times = new ArrayList<Instant>();
    for (String line : lines(truth)) {
      times.add(Instant.ofEpochMilli(Long.parseLong(line.substring(line.indexOf(',') + 1).strip())));
    }
    return new ClockCase(name, problem.with(timedReadings(), ZoneId.of(text(name, "zone", "\"([^\"]+)\""))), times);
  }

  private List<TimedReading> timedReadings() {
    var timed = new ArrayList<TimedReading>();
    for (String line : lines(history.orElse(""))) {
      String[] fields = line.strip().split(",", -1);
      long millis = Long.parseLong(fields[0]);
      var reading = new Reading(1, Float.NaN, Float.NaN, Float.NaN, Float.parseFloat(fields[2]),
          Float.parseFloat(fields[1]), millis);
      timed.add(new TimedReading(reading, SavePeriod.HOUR, Instant.ofEpochMilli(millis)));
    }
    return timed;
  }

  private static List<String> lines(String csv) {
    return csv.lines().skip(1).filter(line -> !line.isBlank()).toList();
  }

  private long number(String name, String field) {
    return Long.parseLong(text(name, field, "(\\d+)"));
  }

  private String text(String name, String field, String value) {
    Matcher matcher = Pattern.compile("\"" + field + "\"\\s*:\\s*" + value).matcher(visit);
    if (!matcher.find())
      throw new IllegalArgumentException(name + "/visit.json has no " + field);
    return matcher.group(1);
  }
}
