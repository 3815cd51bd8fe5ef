package org.semcollector.app.health;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LastVisitsTest {
  private static final Instant AT = Instant.EPOCH;
  private static final VisitFact TOKEN = new VisitFact.Received(AT, Endpoint.TOKEN, 200, Bytes.copyOf(
      ("abcdefghij0123456789" + "0b5e4d20-1111-2222-3333-444455556666").getBytes(StandardCharsets.US_ASCII)));
  private static final VisitFact NO_TOKEN = new VisitFact.Received(AT, Endpoint.TOKEN, 500, Bytes.EMPTY);
  private static final VisitFact ERASED = new VisitFact.EraseProven(AT);

  private static VisitFact records(int count) {
    return new VisitFact.Received(AT, Endpoint.TELEMETRY, 200, Bytes.copyOf(new byte[count * 30]));
  }

  @SafeVarargs
  private static LastVisits visits(List<VisitFact>... visits) {
    var seen = new LastVisits();
    for (List<VisitFact> visit : visits)
      seen.add(visit);
    return seen;
  }

  @Test
  void aMeterThatForgotEverythingByItselfIsSeen() {
    assertTrue(visits(List.of(TOKEN, records(5)), List.of(NO_TOKEN, records(0))).cameBackEmpty());
    assertFalse(visits(List.of(TOKEN, records(5)), List.of(TOKEN, records(0))).cameBackEmpty(), "erased elsewhere");
    assertFalse(visits(List.of(TOKEN, records(5), ERASED, records(0)), List.of(NO_TOKEN, records(0))).cameBackEmpty());
    assertFalse(visits(List.of(NO_TOKEN, records(5)), List.of(NO_TOKEN, records(0))).cameBackEmpty());
    assertFalse(visits(List.of(NO_TOKEN, records(0))).cameBackEmpty());
  }

  @Test
  void whatTheMeterStillHoldsIsWhatItShowedLast() {
    assertEquals(7, visits(List.of(TOKEN, records(5), records(7))).recordsOnMeter());
    assertEquals(0, visits(List.of(TOKEN, records(5), records(0), ERASED)).recordsOnMeter());
    assertEquals(5, visits(List.of(TOKEN, records(5)), List.of(NO_TOKEN)).recordsOnMeter(), "nothing was read");
  }
}
