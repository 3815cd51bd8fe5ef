package org.semcollector.app.gap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.gap.Gap.Cause;
import org.semcollector.app.gap.Gap.State;
import org.semcollector.app.rollup.CoverageEdge;
import org.semcollector.app.store.ReadingKey;
import org.semcollector.protocol.meter.Ssid;

/// Finds all that is missing between a meter's first reading and the present, and says why.
///
/// Where a meter was off, its last save period before is not known to the minute: the power went some time in it. The
/// likeliest is its middle, so half a period counts as not saved and the rest as outage.
final class GapLedger {
  /// Records that fill the flash of a meter with one channel, and with three.
  private static final int FULL_WITH_ONE_CHANNEL = 60_674;
  private static final int FULL_WITH_THREE_CHANNELS = 3 * 10_586;

  private final Ssid ssid;
  private final GapEvidence evidence;
  private final Instant now;
  private final List<Gap> gaps = new ArrayList<>();

  private GapLedger(Ssid ssid, GapEvidence evidence, Instant now) {
    this.ssid = ssid;
    this.evidence = evidence;
    this.now = now;
  }

  /// @param edges of the meter's coverage, oldest first
  /// @param collectedAt when the meter was read last
  static List<Gap> of(Ssid ssid, List<CoverageEdge> edges, GapEvidence evidence, Optional<Instant> collectedAt,
      Instant now) {
    var ledger = new GapLedger(ssid, evidence, now);
    @Nullable
    CoverageEdge before = null;
    for (CoverageEdge edge : edges) {
      if (edge.starts() && before != null && before.at().isBefore(edge.at()))
        ledger.between(before, edge);
      before = edge.starts() ? null : edge;
    }
    if (before != null && before.at().isBefore(now))
      ledger.since(before, collectedAt);
    return ledger.gaps;
  }

  private void between(CoverageEdge before, CoverageEdge after) {
    Duration length = Duration.between(before.at(), after.at());
    int boots = evidence.boots(before, after);
    boolean erasedHere = evidence.erasedBetween(before, after);
    boolean otherStream = epoch(before) != epoch(after);
    if (isFull(before))
      add(before.at(), after.at(), Cause.MEMORY_FULL, boots, State.LOST);
    else if (otherStream && evidence.otherToken(before, after))
      add(before.at(), after.at(), Cause.METER_REPLACED, boots, State.ELSEWHERE);
    else if (otherStream && !erasedHere && length.compareTo(before.period().length()) > 0)
      add(before.at(), after.at(), Cause.LOST_BY_RESET, boots, State.ELSEWHERE);
    else if (before.clockNeverSet() || after.clockNeverSet())
      add(before.at(), after.at(), Cause.CLOCK_NEVER_SET, boots, State.LOST);
    else if (boots > 0 && evidence.outages(before, after) == 0)
      add(before.at(), after.at(), Cause.RESTART, boots, State.LOST);
    else if (boots > 0)
      outage(before, after.at(), boots);
    else
      withoutBoot(before, after, length, otherStream && erasedHere);
  }

  private void withoutBoot(CoverageEdge before, CoverageEdge after, Duration length, boolean erased) {
    Duration doubt = before.band().later().plus(after.band().earlier());
    Duration period = before.period().length();
    if (!evidence.inOneStretch(before, after) && length.compareTo(doubt) <= 0)
      add(before.at(), after.at(), Cause.UNCERTAIN_TIME, 0, State.COMPLETE);
    else if (length.multipliedBy(2).compareTo(period) < 0)
      add(before.at(), after.at(), Cause.LATE_SAVE, 0, State.COMPLETE);
    else if (erased && length.compareTo(period.multipliedBy(2)) <= 0)
      add(before.at(), after.at(), Cause.LOST_BY_RESET, 0, State.LOST);
    else
      add(before.at(), after.at(), Cause.UNKNOWN, 0, evidence.erasedAfter(before).isPresent()
          ? State.LOST
          : State.RECOVERABLE);
  }

  private void outage(CoverageEdge before, Instant end, int boots) {
    Duration length = Duration.between(before.at(), end);
    Duration period = before.period().length();
    Instant off = before.at().plus((length.compareTo(period) < 0 ? length : period).dividedBy(2));
    add(before.at(), off, Cause.UNSAVED_HOUR, boots, State.LOST);
    add(off, end, Cause.OUTAGE, boots, State.COMPLETE);
  }

  /// The time since the last reading. A meter that was on when it was read had been on for less than a period without a
  /// save.
  private void since(CoverageEdge last, Optional<Instant> collectedAt) {
    Duration period = last.period().length();
    Optional<Instant> erased = evidence.erasedAfter(last);
    Instant known = last.at();
    if (isFull(last)) {
      known = erased.filter(now::isAfter).orElse(now);
      add(last.at(), known, Cause.MEMORY_FULL, 0, State.LOST);
    } else if (collectedAt.isPresent() && collectedAt.get().isAfter(last.at().plus(period.multipliedBy(2)))) {
      known = collectedAt.get().minus(period.dividedBy(2));
      int boots = evidence.bootsSince(last);
      if (boots > 0)
        outage(last, known, boots);
      else
        add(last.at(), known, Cause.UNKNOWN, 0, erased.isPresent() ? State.LOST : State.RECOVERABLE);
    }
    if (known.isBefore(now))
      add(known, now, Cause.NOT_COLLECTED, 0, State.RECOVERABLE);
  }

  private void add(Instant from, Instant to, Cause cause, int boots, State state) {
    if (from.isBefore(to))
      gaps.add(new Gap(ssid, from, to, cause, boots, state));
  }

  private static int epoch(CoverageEdge edge) {
    return ReadingKey.of(edge.key()).epoch();
  }

  private static boolean isFull(CoverageEdge last) {
    int records = ReadingKey.of(last.key()).position() + 1;
    return records >= (last.channel() == 1 ? FULL_WITH_ONE_CHANNEL : FULL_WITH_THREE_CHANNELS);
  }
}
