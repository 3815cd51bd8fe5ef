package org.semcollector.app.correct;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.semcollector.app.notes.CorrectionChoice;
import org.semcollector.app.notes.PinnedOutage;
import org.semcollector.app.store.Restarts;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.Why;
import org.semcollector.protocol.reading.Reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What visits, notes and kills in any order do to the times of a meter.
class SettlementTest {
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
  private static final CorrectionChoice EVEN = CorrectionChoice.NONE.withEstimator(Optional.of("even"));

  private final VisitedMeter meter = new VisitedMeter();
  private final FakeStore store = VisitedMeter.store();

  private static Settlement settlement(FakeStore of) {
    return new Settlement(of.stores(), of, CLOCK);
  }

  private static List<CorrectedTime> times(FakeStore of) {
    var times = new ArrayList<CorrectedTime>();
    for (var stretch : of.stretches(VisitedMeter.SSID))
      of.readings(stretch.id()).forEach(reading -> times.add(reading.time()));
    return times;
  }

  private static List<Reading> raw(FakeStore of) {
    return of.stretches(VisitedMeter.SSID).stream().flatMap(stretch -> of.readings(stretch.id()).stream())
        .map(StoredReading::raw).toList();
  }

  /// Largest error of a stretch's times, s.
  private long worst(int stretch) {
    int from = 0;
    for (int i = 0; i < stretch; i++)
      from += store.readings(i).size();
    long worst = 0;
    List<StoredReading> readings = store.readings(stretch);
    for (int i = 0; i < readings.size(); i++)
      worst = Math.max(worst,
          Duration.between(meter.truth().get(from + i), readings.get(i).time().measuredAt()).abs().toSeconds());
    return worst;
  }

  private void visitAndSettle() throws StoreException {
    meter.visit(store);
    settlement(store).settle(VisitedMeter.SSID);
  }

  @Test
  void theNextVisitMakesOneOutageExactToSeconds() throws Exception {
    meter.run(Duration.ofHours(60)).off(Duration.ofMinutes(500)).run(Duration.ofMinutes(40 * 60 + 7));
    visitAndSettle();
    assertTrue(worst(0) > 600, "without the next visit the phase is not known: " + worst(0));
    meter.run(Duration.ofHours(30));
    visitAndSettle();
    assertTrue(worst(0) < 20, "off by " + worst(0) + " s");
    assertEquals(2, store.stretches(VisitedMeter.SSID).getFirst().runs().size(), "the first version is kept");
    assertEquals(Why.NEXT_VISIT, store.readings(0).getLast().time().why());
  }

  @Test
  void aBootBeforeTheNextSaveTellsNothing() throws Exception {
    meter.run(Duration.ofHours(60)).off(Duration.ofMinutes(500)).run(Duration.ofMinutes(40 * 60 + 7));
    visitAndSettle();
    meter.run(Duration.ofMinutes(10)).off(Duration.ofMinutes(20)).run(Duration.ofHours(30));
    visitAndSettle();
    assertEquals(1, store.stretches(VisitedMeter.SSID).getFirst().runs().size());
  }

  @Test
  void aRestartFromHereIsNotTakenForAnOutageOfUnknownLength() throws Exception {
    meter.run(Duration.ofMinutes(60 * 60 + 20));
    Instant sent = meter.now();
    meter.off(Duration.ofSeconds(40)).run(Duration.ofHours(90)).off(Duration.ofHours(40))
        .run(Duration.ofMinutes(40 * 60 + 7));
    store.restarts.add(new Restarts.Restart(sent, sent.plusSeconds(60)));
    visitAndSettle();
    assertTrue(worst(0) < 2000, "only the phase is not known: off by " + worst(0) + " s");
    store.restarts.clear();
    store.mark(VisitedMeter.SSID, "again");
    settlement(store).all();
    assertTrue(worst(0) > 50_000, "shared out evenly without knowing it: off by " + worst(0) + " s");
  }

  @Test
  void settlingAgainChangesNothing() throws Exception {
    threeVisits();
    int changes = store.changes;
    List<CorrectedTime> times = times(store);
    settlement(store).settle(VisitedMeter.SSID);
    assertEquals(0, settlement(store).all());
    store.mark(VisitedMeter.SSID, "nonsense");
    assertEquals(1, settlement(store).all(), "without a mark it looks once more");
    assertEquals(changes, store.changes);
    assertEquals(times, times(store));
  }

  @Test
  void aMomentIsNotWorthAVersion() throws Exception {
    // the visit comes 30 minutes after the last save: the middle, which is what is supposed without the next visit
    meter.run(Duration.ofHours(60)).off(Duration.ofMinutes(500)).run(Duration.ofMinutes(40 * 60 + 31));
    visitAndSettle();
    List<Instant> before = times(store).stream().map(CorrectedTime::measuredAt).toList();
    assertTrue(worst(0) < 60, "off by " + worst(0) + " s");
    meter.run(Duration.ofHours(30));
    visitAndSettle();
    assertEquals(before, times(store).subList(0, before.size()).stream().map(CorrectedTime::measuredAt).toList());
    CorrectedTime last = times(store).get(before.size() - 1);
    assertTrue(Duration.between(last.earliest(), last.latest()).compareTo(Duration.ofMinutes(2)) < 0,
        "but its interval is: " + last);
  }

  @Test
  void settlingAtEachVisitAndOnceAtTheEndGivesTheSame() throws Exception {
    threeVisits();
    var once = VisitedMeter.store();
    copyTo(once);
    settlement(once).settle(VisitedMeter.SSID);
    assertEquals(times(store), times(once));
    assertNotEquals(first(store), times(store), "nothing was settled at all");
  }

  @Test
  void whatPeopleSaidBetweenVisitsGivesTheSameAsWhatTheySaidBefore() throws Exception {
    meter.run(Duration.ofHours(60));
    Instant from = meter.now();
    meter.off(Duration.ofMinutes(500));
    Instant to = meter.now();
    meter.run(Duration.ofHours(50)).off(Duration.ofMinutes(200)).run(Duration.ofMinutes(40 * 60 + 7));
    visitAndSettle();
    var corrections = new TimeCorrections(store.stores(), store, settlement(store));
    corrections.apply(VisitedMeter.SSID, corrections.pinned(VisitedMeter.SSID, EVEN, from, to));
    meter.run(Duration.ofHours(30)).off(Duration.ofHours(3)).run(Duration.ofHours(30));
    visitAndSettle();
    assertTrue(worst(0) < 400, "the pin and the next visit leave " + worst(0) + " s");

    var again = VisitedMeter.store();
    again.change(VisitedMeter.SSID, note -> store.note(VisitedMeter.SSID));
    for (int visits = 1; visits <= 2; visits++) {
      copyTo(again, visits);
      settlement(again).settle(VisitedMeter.SSID);
    }
    assertEquals(times(store), times(again));
    assertEquals(raw(store), raw(again));
  }

  @Test
  void aKillBetweenNoteAndTimesIsMadeUpFor() throws Exception {
    threeVisits();
    var corrections = new TimeCorrections(store.stores(), store, settlement(store));
    List<CorrectedTime> before = times(store);
    store.broken = true;
    assertThrows(StoreException.class,
        () -> corrections.apply(VisitedMeter.SSID, CorrectionChoice.NONE.withEstimator(Optional.of("none"))));
    assertEquals(before, times(store));
    store.broken = false;
    assertEquals(1, settlement(store).all());
    assertTrue(times(store).stream().allMatch(time -> time.why() == Why.RAW));
  }

  @Test
  void undoBringsBackEveryTimeAndAddsNoVersion() throws Exception {
    threeVisits();
    var corrections = new TimeCorrections(store.stores(), store, settlement(store));
    List<CorrectedTime> settled = times(store);
    CorrectionChoice raw = CorrectionChoice.NONE.withEstimator(Optional.of("none"));
    corrections.apply(VisitedMeter.SSID, raw);
    List<CorrectedTime> asStamped = times(store);
    assertNotEquals(settled, asStamped);
    int runs = store.stretches(VisitedMeter.SSID).stream().mapToInt(stretch -> stretch.runs().size()).sum();
    assertEquals(CorrectionChoice.NONE, corrections.former(VisitedMeter.SSID));
    corrections.undo(VisitedMeter.SSID);
    assertEquals(settled, times(store));
    corrections.apply(VisitedMeter.SSID, raw);
    assertEquals(asStamped, times(store));
    assertEquals(runs, store.stretches(VisitedMeter.SSID).stream().mapToInt(stretch -> stretch.runs().size()).sum());
  }

  @Test
  void aPreviewSaysWhatApplyingThenDoes() throws Exception {
    threeVisits();
    var corrections = new TimeCorrections(store.stores(), store, settlement(store));
    store.readings(0).subList(0, 80).forEach(reading -> store.sent.add(reading.key()));
    List<CorrectedTime> before = times(store);
    CorrectionChoice raw = CorrectionChoice.NONE.withEstimator(Optional.of("none"));
    Preview preview = corrections.preview(VisitedMeter.SSID, raw);
    assertEquals(before, times(store), "looking changes nothing");
    corrections.apply(VisitedMeter.SSID, raw);
    List<CorrectedTime> after = times(store);
    long moved = 0;
    for (int i = 0; i < before.size(); i++)
      moved += before.get(i).measuredAt().equals(after.get(i).measuredAt()) ? 0 : 1;
    assertEquals(before.size(), preview.readings());
    assertEquals(moved, preview.moved());
    assertTrue(preview.resent() > 0 && preview.resent() < 80, preview.toString());
    assertTrue(preview.days() > 0 && preview.largest().getFirst().by().isNegative(), preview.toString());
    assertTrue(corrections.preview(VisitedMeter.SSID, raw).isEmpty());
  }

  @Test
  void impossiblePinsAreRefusedWithTheReason() throws Exception {
    meter.run(Duration.ofHours(60)).off(Duration.ofMinutes(500)).run(Duration.ofMinutes(40 * 60 + 7));
    Instant visited = meter.now();
    visitAndSettle();
    var corrections = new TimeCorrections(store.stores(), store, settlement(store));
    assertRefused(corrections, visited.minusSeconds(600), visited.plusSeconds(600), "it was read then");
    assertRefused(corrections, visited.plusSeconds(600), visited.plusSeconds(700), "no outage");
    assertRefused(corrections, visited, visited.minusSeconds(700), "before it went");
    Instant first = store.readings(0).getFirst().time().measuredAt();
    assertRefused(corrections, first.plusSeconds(7300), first.plusSeconds(14400), "");
    assertRefused(corrections, visited.minus(Duration.ofHours(90)), visited.minus(Duration.ofHours(3)), "lasted");
  }

  private static void assertRefused(TimeCorrections corrections, Instant from, Instant to, String reason) {
    var refused = assertThrows(ImpossiblePinException.class,
        () -> corrections.pinned(VisitedMeter.SSID, CorrectionChoice.NONE, from, to));
    assertTrue(String.valueOf(refused.getMessage()).contains(reason), refused.getMessage());
  }

  @Test
  void outagesAreListedWhereTheyWere() throws Exception {
    meter.run(Duration.ofHours(60)).off(Duration.ofMinutes(500)).run(Duration.ofMinutes(40 * 60 + 7));
    visitAndSettle();
    meter.run(Duration.ofHours(30));
    visitAndSettle();
    TimeLine line = new TimeCorrections(store.stores(), store, settlement(store)).timeLine(VisitedMeter.SSID);
    assertEquals(1, line.outages().size());
    PlacedOutage outage = line.outages().getFirst();
    var truth = meter.outages().getFirst();
    assertTrue(Duration.between(truth.to(), outage.to().at()).abs().toSeconds() < 20, outage + " " + truth);
    assertTrue(!truth.from().isBefore(outage.from().earliest()) && !truth.from().isAfter(outage.from().latest()),
        outage + " " + truth);
    assertEquals(PlacedOutage.Sureness.MINUTES, outage.sureness());
    assertEquals(3, line.parts().size());
  }

  @Test
  void aPinnedOutageIsShownAsPinned() throws Exception {
    meter.run(Duration.ofHours(60));
    Instant from = meter.now();
    meter.off(Duration.ofMinutes(500));
    Instant to = meter.now();
    meter.run(Duration.ofHours(20)).off(Duration.ofHours(5)).run(Duration.ofMinutes(40 * 60 + 7));
    visitAndSettle();
    var corrections = new TimeCorrections(store.stores(), store, settlement(store));
    CorrectionChoice pinned = corrections.pinned(VisitedMeter.SSID, EVEN, from, to);
    assertEquals(from, pinned.pins().getFirst().from());
    corrections.apply(VisitedMeter.SSID, pinned);
    PlacedOutage outage = corrections.timeLine(VisitedMeter.SSID).outages().getFirst();
    assertEquals(PlacedOutage.Sureness.PINNED, outage.sureness());
    assertEquals(from, outage.from().at());
    assertTrue(worst(0) < 2200, "the rest is known by the visit: " + worst(0));
    assertEquals(List.<PinnedOutage>of(), TimeCorrections.unpinned(pinned, outage).pins());
  }

  private void threeVisits() throws StoreException {
    meter.run(Duration.ofHours(60)).off(Duration.ofMinutes(500)).run(Duration.ofHours(50)).off(Duration.ofMinutes(200))
        .run(Duration.ofMinutes(40 * 60 + 7));
    visitAndSettle();
    meter.run(Duration.ofHours(100)).off(Duration.ofHours(3)).run(Duration.ofMinutes(30 * 60 + 17));
    visitAndSettle();
    meter.run(Duration.ofHours(20)).off(Duration.ofHours(7)).run(Duration.ofHours(80)).off(Duration.ofHours(2))
        .run(Duration.ofHours(30));
    visitAndSettle();
  }

  private void copyTo(FakeStore other) {
    copyTo(other, store.stretches(VisitedMeter.SSID).size());
  }

  /// The stretches as they were stored at first.
  private void copyTo(FakeStore other, int stretches) {
    for (int i = other.stretches(VisitedMeter.SSID).size(); i < stretches; i++)
      other.add(store.stretches(VisitedMeter.SSID).get(i).evidence(), store.asStored(i));
  }

  private static List<CorrectedTime> first(FakeStore of) {
    var times = new ArrayList<CorrectedTime>();
    for (int i = 0; i < of.stretches(VisitedMeter.SSID).size(); i++)
      of.asStored(i).forEach(reading -> times.add(reading.time()));
    return times;
  }
}
