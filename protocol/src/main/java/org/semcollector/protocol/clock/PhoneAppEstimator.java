package org.semcollector.protocol.clock;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.powerloss.PowerLossCodec;
import org.semcollector.protocol.powerloss.PowerLossLog;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.ReadingCodec;

/// What the phone app OFMonMobile computes, its faults included: for comparison, and for series that must go on as they
/// began.
///
/// It takes the log for a list of 8-byte numbers and the number of readings' records in it for their count, so it sees
/// about a quarter of the outages, the earliest ones. The whole error goes to these in equal parts, and each reading
/// takes at most one part more than the one before. Only its crashes are not copied.
final class PhoneAppEstimator implements ClockEstimator {
  private static final long IGNORED_ERROR_MILLIS = 3_600_000;

  @Override
  public String name() {
    return "as-phone-app";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<CorrectedTime> estimate(ClockProblem problem) {
    List<Reading> readings = problem.readings();
    if (readings.isEmpty())
      return List.of();
    List<Long> seen = seenBoots(PowerLossCodec.encode(problem.powerLosses()));
    long error = problem.collectedAt().toEpochMilli() - readings.getLast().deviceMillis();
    long part = seen.isEmpty() || error <= IGNORED_ERROR_MILLIS ? 0 : error / seen.size();
    var estimates = new ArrayList<Instant>(readings.size());
    int taken = 0;
    for (Reading reading : readings) {
      if (taken < seen.size() && reading.deviceMillis() > seen.get(taken))
        taken++;
      estimates.add(Instant.ofEpochMilli(reading.deviceMillis() + taken * part));
    }
    return RawInterval.around(problem, estimates, Why.PHONE_APP);
  }

  /// The boots it finds in a log's body, ascending, each value once.
  static List<Long> seenBoots(Bytes body) {
    ByteBuffer in = body.buffer();
    int numbers = (body.length() + ReadingCodec.RECORD_LENGTH - 1) / ReadingCodec.RECORD_LENGTH;
    var seen = new TreeSet<Long>();
    for (int i = 0; i < numbers && in.remaining() >= Long.BYTES; i++) {
      long number = in.getLong();
      if (number > PowerLossLog.CLOCK_SET_SINCE_MILLIS)
        seen.add(number);
    }
    return List.copyOf(seen);
  }
}
