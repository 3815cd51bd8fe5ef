package org.semcollector.protocol.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalInt;

/// Tells for each record which firmware generation wrote it.
///
/// A flash can hold both: a meter updated from 101 to 102 keeps its minute records, and firmware never goes back. So
/// there is one point up to which records are minute records and from which they are hourly ones. The spacing of each
/// record to the one before it of the same channel tells its period; the point that contradicts the fewest spacings
/// wins (a clock set can fake one), and where spacings say nothing the version the meter reported decides.
public final class SavePeriods {
  private static final long EARLY_MILLIS = 1_000;
  private static final long LATE_MINUTE_MILLIS = 5_000;
  private static final long LATE_HOUR_MILLIS = 15_000;

  private SavePeriods() {}

  /// One period per reading, same order.
  ///
  /// @param firmwareVersion what `GET /version` said; empty when not known
  public static List<SavePeriod> of(List<Reading> readings, OptionalInt firmwareVersion) {
    boolean byVersionMinute = firmwareVersion.isPresent() && firmwareVersion.getAsInt() <= 101;
    int minutes = minuteRecords(votes(readings), byVersionMinute);
    var periods = new ArrayList<SavePeriod>(Collections.nCopies(minutes, SavePeriod.MINUTE));
    periods.addAll(Collections.nCopies(readings.size() - minutes, SavePeriod.HOUR));
    return List.copyOf(periods);
  }

  /// The period each record's spacing shows: 1 for an hour, -1 for a minute, 0 for neither.
  private static int[] votes(List<Reading> readings) {
    var votes = new int[readings.size()];
    var lastOfChannel = new HashMap<Integer, Long>();
    for (int i = 0; i < votes.length; i++) {
      long millis = readings.get(i).deviceMillis();
      Long before = lastOfChannel.put(readings.get(i).channel(), millis);
      if (before != null)
        votes[i] = vote(millis - before);
    }
    fill(votes);
    return votes;
  }

  /// A record whose spacing says nothing (the first one, or after a clock set) votes as the one after it, the last ones
  /// as the one before.
  private static void fill(int[] votes) {
    for (int i = votes.length - 2; i >= 0; i--) {
      if (votes[i] == 0)
        votes[i] = votes[i + 1];
    }
    for (int i = 1; i < votes.length; i++) {
      if (votes[i] == 0)
        votes[i] = votes[i - 1];
    }
  }

  private static int vote(long spacing) {
    long overHour = spacing - SavePeriod.HOUR.length().toMillis();
    long overMinute = spacing - SavePeriod.MINUTE.length().toMillis();
    if (overHour >= -EARLY_MILLIS && overHour < LATE_HOUR_MILLIS)
      return 1;
    return overMinute >= -EARLY_MILLIS && overMinute < LATE_MINUTE_MILLIS ? -1 : 0;
  }

  /// How many records at the start are minute records: the count with the fewest votes against it; of equals the
  /// smallest, or the largest when the version says minute.
  private static int minuteRecords(int[] votes, boolean preferMinute) {
    int best = 0;
    int leastAgainst = 0;
    int against = 0;
    for (int minutes = 1; minutes <= votes.length; minutes++) {
      against += votes[minutes - 1];
      if (against < leastAgainst || (preferMinute && against == leastAgainst)) {
        best = minutes;
        leastAgainst = against;
      }
    }
    return best;
  }
}
