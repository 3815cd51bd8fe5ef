package org.semcollector.app.sync;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeSet;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.sync.TelemetryServer.Device;
import org.semcollector.app.sync.TelemetryServer.Kept;
import org.semcollector.app.sync.TelemetryServer.Span;
import org.semcollector.protocol.thingsboard.TelemetryPoint;

/// Looks whether a server still has what it was proven to have: it may have lost it, or have been put back to an older
/// state.
///
/// A usual run counts two months of each meter: the newest, which a server put back lacks first, and one in turn. Where
/// anything differs, and everywhere when everything is to be verified, each stamp is read back. What is missing goes
/// back into the outbox, and what the server has again at former times of readings goes back to the stale stamps.
final class ProvenCheck {
  private static final int AT_ONCE = 1_000;
  /// No server has readings outside, see [TelemetryPoint#canBeUploaded].
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2099-12-31T23:59:59Z");

  private final MeterWork work;
  private final FormerRuns former;

  ProvenCheck(MeterWork work) {
    this.work = work;
    this.former = new FormerRuns(work.stores().corrections(), work.ssid());
  }

  /// @return whether there is something to bring or to delete again
  boolean findsLoss(Device device) throws Halt, StoreException {
    boolean loss = false;
    if (!work.options().verifyEverything()) {
      for (var due : due().entrySet()) {
        loss |= countsLoss(device, due.getKey(), due.getValue());
      }
      if (!loss) {
        return false;
      }
    }
    for (YearMonth month : allMonths()) {
      loss |= readsLoss(device, month);
    }
    return loss;
  }

  // The newest month with proven readings, and the turn's one or the next after it that has some.
  private Map<YearMonth, ProvenTally> due() throws StoreException {
    List<YearMonth> months = List.copyOf(months());
    var due = new LinkedHashMap<YearMonth, ProvenTally>();
    for (int i = months.size() - 1; i >= 0 && due.isEmpty(); i--) {
      addIfProven(months.get(i), due);
    }
    for (int i = 0; i < months.size() && due.size() < 2; i++) {
      addIfProven(months.get((int) ((work.turn() + i) % months.size())), due);
    }
    return due;
  }

  private void addIfProven(YearMonth month, Map<YearMonth, ProvenTally> due) throws StoreException {
    if (!due.containsKey(month)) {
      var tally = new ProvenTally(former.changed(), work.random());
      work.stores().outbox().forEachProven(work.ssid(), range(month), tally);
      if (!tally.isEmpty()) {
        due.put(month, tally);
      }
    }
  }

  private SequencedSet<YearMonth> months() throws StoreException {
    MeterRow meter = work.stores().meters().meter(work.ssid()).orElseThrow();
    var months = new TreeSet<YearMonth>();
    if (meter.firstMeasuredAt().isPresent() && meter.lastMeasuredAt().isPresent()) {
      YearMonth last = month(meter.lastMeasuredAt().get());
      YearMonth first = month(meter.firstMeasuredAt().get());
      for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
        months.add(month);
      }
    }
    return months;
  }

  private SequencedSet<YearMonth> allMonths() throws StoreException {
    SequencedSet<YearMonth> months = months();
    former.forEach((at, _) -> months.add(month(at)));
    return months;
  }

  private static YearMonth month(Instant at) {
    Instant kept = at.isBefore(EARLIEST) ? EARLIEST : at.isAfter(LATEST) ? LATEST : at;
    return YearMonth.from(kept.atOffset(ZoneOffset.UTC));
  }

  private static Range range(YearMonth month) {
    return new Range(start(month), start(month.plusMonths(1)));
  }

  private static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private boolean countsLoss(Device device, YearMonth month, ProvenTally tally) throws Halt, StoreException {
    work.calls().stopIfAsked();
    Expected expected = tally.expected();
    boolean right = expected.equalTo(work.calls().get(() -> work.server().tally(device, expected.span())))
        && (tally.sample().isEmpty() || isThere(device, tally.sample().get()));
    return !right && readsLoss(device, month);
  }

  private boolean isThere(Device device, StoredReading reading) throws Halt {
    Instant at = Expected.stamp(reading);
    var seen = work.calls().get(() -> work.server().tally(device, new Span(at, at.plusMillis(1))));
    return seen.stamps() == 1;
  }

  private boolean readsLoss(Device device, YearMonth month) throws Halt, StoreException {
    Map<Instant, StoredReading> missing = new HashMap<>();
    work.stores().outbox().forEachProven(work.ssid(), range(month), r -> missing.put(Expected.stamp(r), r));
    Map<Instant, Kept> strange = new HashMap<>();
    Range range = range(month);
    new ReadBack(work.server(), work.calls()).forEach(device, new Span(range.from(), range.to()), kept -> {
      StoredReading own = missing.get(kept.at());
      if (own == null) {
        strange.put(kept.at(), kept);
      } else if (Proof.isSame(kept, own)) {
        missing.remove(kept.at());
      }
    }, () -> false);
    work.stores().readings().forEach(work.ssid(), range, r -> strange.remove(Expected.stamp(r)));
    boolean lost = isLost(List.copyOf(missing.values()));
    boolean back = isBack(strange);
    return lost || back;
  }

  private boolean isLost(List<StoredReading> missing) throws StoreException {
    List<Long> keys = missing.stream().map(StoredReading::key).sorted().toList();
    for (int from = 0; from < keys.size(); from += AT_ONCE) {
      work.stores().outbox().lost(keys.subList(from, Math.min(keys.size(), from + AT_ONCE)));
    }
    work.count().lost(keys.size());
    return !keys.isEmpty();
  }

  // Stamps of others, such as those of the phone app, are not former times with the energy of the reading that left.
  private boolean isBack(Map<Instant, Kept> strange) throws StoreException {
    if (strange.isEmpty()) {
      return false;
    }
    var back = new ArrayList<Long>();
    former.forEach((at, reading) -> {
      Kept kept = strange.get(at);
      if (kept != null && Proof.isSame(kept, reading)) {
        strange.remove(at);
        back.add(at.toEpochMilli());
      }
    });
    if (!back.isEmpty()) {
      work.stores().stale().seenAgain(work.ssid(), back);
    }
    return !back.isEmpty();
  }
}
