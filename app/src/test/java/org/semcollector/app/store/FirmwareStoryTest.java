package org.semcollector.app.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.semcollector.app.store.FirmwareReport.State;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.meter.FirmwareVersion;
import org.semcollector.protocol.meter.Ssid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.semcollector.app.store.FirmwareReport.State.DOWNLOADED;
import static org.semcollector.app.store.FirmwareReport.State.DOWNLOADING;
import static org.semcollector.app.store.FirmwareReport.State.FAILED;
import static org.semcollector.app.store.FirmwareReport.State.UPDATED;
import static org.semcollector.app.store.FirmwareReport.State.UPDATING;

class FirmwareStoryTest {
  private static final Ssid METER = new Ssid("SEM-24:6f:28:00:00:01");
  private static final Instant AT = Instant.parse("2026-05-04T10:20:00.123456Z");
  private static final VisitFact SENT = new VisitFact.FirmwareSent(AT, 113, "ab".repeat(32));

  private static VisitFact answered(int status) {
    return new VisitFact.Received(AT.plusSeconds(20), Endpoint.OTA, status, Bytes.EMPTY);
  }

  private static VisitFact broke(String kind) {
    return new VisitFact.BrokenOff(AT.plusSeconds(20), Endpoint.OTA, Bytes.EMPTY, kind);
  }

  private static VisitFact seen(int number) {
    return new VisitFact.FirmwareSeen(AT.plusSeconds(60), number);
  }

  private static List<FirmwareReport> story(VisitFact... facts) {
    return FirmwareStory.of(METER, List.of(facts), Optional.empty());
  }

  private static List<State> states(List<FirmwareReport> reports) {
    return reports.stream().map(FirmwareReport::state).toList();
  }

  @Test
  void anUpdateThatWasSeenTellsAllItsStatesAtTimesOfTheirOwn() {
    List<FirmwareReport> reports = story(SENT, answered(200), seen(113));
    assertEquals(List.of(DOWNLOADING, DOWNLOADED, UPDATING, UPDATED), states(reports));
    assertEquals(4, reports.stream().map(FirmwareReport::at).distinct().count());
    assertEquals(Instant.parse("2026-05-04T10:20:00.123Z"), reports.getFirst().at());
    assertEquals(113, reports.getLast().runs().orElseThrow());
  }

  @Test
  void aConnectionThatClosedWithoutAnAnswerTellsNothingUntilTheMeterIsSeen() {
    assertEquals(List.of(DOWNLOADING), states(story(SENT, broke("CLOSED"))));
    assertEquals(List.of(DOWNLOADING, UPDATED), states(story(SENT, broke("CLOSED"), seen(113))));
  }

  @Test
  void aMeterThatWentBackOrRefusedOrWasNotReachedFailed() {
    FirmwareReport back = story(SENT, answered(200), seen(111)).getLast();
    assertEquals(FAILED, back.state());
    assertEquals("the meter runs 111", back.error());
    assertEquals(111, back.runs().orElseThrow());
    assertEquals(List.of(DOWNLOADING, FAILED), states(story(SENT, answered(500))));
    assertEquals(List.of(DOWNLOADING, FAILED), states(story(SENT, broke("UNREACHABLE"))));
    assertEquals(List.of(DOWNLOADING, FAILED), states(story(SENT, broke("CANCELLED"))));
    assertEquals(List.of(), story(answered(200), seen(113)), "nothing was sent");
  }

  @Test
  void anOpenEndIsClosedByALaterVisitThatAsksTheVersion() {
    FirmwareReport open = story(SENT, answered(200)).getLast();
    Instant later = AT.plus(Duration.ofDays(2));
    FirmwareReport closed = FirmwareStory.seenLater(METER, later, new FirmwareVersion(113), open).orElseThrow();
    assertEquals(UPDATED, closed.state());
    assertTrue(closed.at().isAfter(open.at()));
    assertEquals(FAILED,
        FirmwareStory.seenLater(METER, later, new FirmwareVersion(111), open).orElseThrow().state());
    assertEquals(Optional.empty(), FirmwareStory.seenLater(METER, later, new FirmwareVersion(111), closed));
  }

  @Test
  void aClockThatWasSetBackDoesNotMakeAnOlderStateTheLatest() {
    FirmwareReport before = story(SENT, answered(200), seen(113)).getLast();
    var again = new VisitFact.FirmwareSent(AT.minusSeconds(3600), 114, "cd".repeat(32));
    List<FirmwareReport> second = FirmwareStory.of(METER, List.of(again), Optional.of(before));
    assertTrue(second.getFirst().at().isAfter(before.at()));
  }
}
