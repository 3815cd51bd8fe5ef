package org.semcollector.app.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.semcollector.protocol.clock.TimedReading;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;

/// Earlier readings of a meter whose true time is known: a CSV of hours, in any order.
final class HistoryFile {
  private static final String HEADER = "measuredAtMillis,intervalEnergyKwh,voltageV";
  private static final String NUMBER = "-?\\d{1,18}(?:\\.\\d{1,18})?(?:[eE][-+]?\\d{1,3})?";
  private static final Pattern LINE = Pattern.compile("(\\d{1,14}),(" + NUMBER + "|NaN),(" + NUMBER + "|NaN)");

  private HistoryFile() {}

  /// Oldest first; a line that is not one is named.
  static List<TimedReading> read(Path file) throws CliException {
    List<String> lines = new String(InputFile.read(file).toArray(), StandardCharsets.UTF_8).lines().toList();
    if (lines.isEmpty() || !lines.getFirst().strip().equals(HEADER))
      throw refused(file, 1, "it must say " + HEADER);
    var readings = new ArrayList<TimedReading>();
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty())
        continue;
      var fields = LINE.matcher(line);
      if (!fields.matches())
        throw refused(file, i + 1, "it is not a time in ms since 1970, an energy in kWh and a voltage in V");
      readings.add(reading(Long.parseLong(fields.group(1)), Float.parseFloat(fields.group(2)),
          Float.parseFloat(fields.group(3))));
    }
    readings.sort(Comparator.comparing(TimedReading::measuredAt));
    return readings;
  }

  private static TimedReading reading(long millis, float energyKwh, float voltageV) {
    var reading = new Reading(1, Float.NaN, Float.NaN, Float.NaN, voltageV, energyKwh, millis);
    return new TimedReading(reading, SavePeriod.HOUR, Instant.ofEpochMilli(millis));
  }

  private static CliException refused(Path file, int line, String reason) {
    return new CliException(file + " is refused at line " + line + ": " + reason + ". Nothing was written.");
  }
}
