package org.semcollector.protocol.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/// Tells for each record which firmware generation wrote it.
///
/// A flash can hold both: a meter updated from 101 to 102 keeps its minute records. The spacing to a neighbour of the
/// same channel decides; where it says nothing, the version the meter reported decides.
public final class SavePeriods {
  private SavePeriods() {}

  /// One period per reading, same order.
  ///
  /// @param firmwareVersion what `GET /version` said; empty when the meter did not answer it
  public static List<SavePeriod> of(List<Reading> readings, OptionalInt firmwareVersion) {
    SavePeriod byVersion = firmwareVersion.orElse(102) <= 101 ? SavePeriod.MINUTE : SavePeriod.HOUR;
    var periods = new SavePeriod[readings.size()];
    var lastOfChannel = new int[4];
    Arrays.fill(lastOfChannel, -1);
    for (int i = 0; i < periods.length; i++) {
      Reading reading = readings.get(i);
      int previous = lastOfChannel[reading.channel() & 3];
      if (previous >= 0) {
        long spacing = reading.deviceMillis() - readings.get(previous).deviceMillis();
        if (isSpacing(spacing, SavePeriod.MINUTE)) {
          periods[i] = SavePeriod.MINUTE;
          periods[previous] = SavePeriod.MINUTE;
        } else if (isSpacing(spacing, SavePeriod.HOUR)) {
          periods[i] = SavePeriod.HOUR;
          if (periods[previous] == null)
            periods[previous] = SavePeriod.HOUR;
        }
      }
      lastOfChannel[reading.channel() & 3] = i;
    }
    var result = new ArrayList<SavePeriod>(periods.length);
    for (SavePeriod period : periods) {
      result.add(period == null ? byVersion : period);
    }
    return List.copyOf(result);
  }

  private static boolean isSpacing(long millis, SavePeriod period) {
    return millis >= period.length().toMillis() && millis < period.length().toMillis() + 15_000;
  }
}
