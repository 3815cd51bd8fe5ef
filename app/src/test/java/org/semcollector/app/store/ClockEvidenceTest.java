package org.semcollector.app.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.semcollector.protocol.powerloss.PowerLossLog;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ClockEvidenceTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Instant SET = Instant.parse("2026-05-01T12:00:00.700Z");
  private static final PowerLossLog THREE = new PowerLossLog(List.of(1L, 2L, 3L));
  private static final PowerLossLog FIVE = new PowerLossLog(List.of(1L, 2L, 3L, 4L, 5L));

  @Test
  void bootsBeforeAClockSetDoNotMatterAfterIt() {
    ClockEvidence clock = ClockEvidence.NONE.seen(THREE).sent(SET).confirmed().seen(FIVE);
    assertEquals(Optional.of(SET), clock.setAt());
    assertEquals(List.of(4L, 5L), clock.bootsSinceSet(FIVE).entries());
  }

  @Test
  void bootsSinceTheClockSetLagEveryLaterStretch() {
    ClockEvidence clock = ClockEvidence.NONE.sent(SET).confirmed().seen(THREE).seen(FIVE);
    assertEquals(FIVE, clock.bootsSinceSet(FIVE));
  }

  @Test
  void aLostReplyIsDecidedByTheNextStamp() {
    ClockEvidence inDoubt = ClockEvidence.NONE.seen(THREE).sent(SET);
    assertEquals(Optional.empty(), inDoubt.setAt());
    assertEquals(Optional.of(SET), inDoubt.decidedBy(SET.plusSeconds(1800).toEpochMilli(), HOUR).setAt());
    assertEquals(Optional.of(SET), inDoubt.decidedBy(SET.minusMillis(700).toEpochMilli(), HOUR).setAt());
    assertEquals(Optional.empty(), inDoubt.decidedBy(SET.minusSeconds(7200).toEpochMilli(), HOUR).setAt());
    assertEquals(Optional.empty(), inDoubt.decidedBy(SET.plusSeconds(7200).toEpochMilli(), HOUR).setAt());
  }

  @Test
  void aClockSetThatDidNotHappenLeavesTheFormerOneInForce() {
    Instant former = SET.minus(Duration.ofDays(3));
    ClockEvidence clock = ClockEvidence.NONE.sent(former).confirmed().seen(THREE).sent(SET)
        .decidedBy(SET.minusSeconds(9000).toEpochMilli(), HOUR);
    assertEquals(Optional.of(former), clock.setAt());
    assertEquals(THREE, clock.bootsSinceSet(THREE));
  }

  @Test
  void anEraseForgetsHowFarTheClockLagsUnlessItDoesNot() {
    ClockEvidence right = ClockEvidence.NONE.seen(THREE).sent(SET).confirmed();
    assertEquals(Optional.of(SET), right.logErased().setAt());
    assertEquals(Optional.empty(), right.seen(FIVE).logErased().setAt());
    assertEquals(THREE, right.logErased().bootsSinceSet(THREE));
  }

  @Test
  void aShorterLogWasErasedElsewhere() {
    ClockEvidence clock = ClockEvidence.NONE.sent(SET).confirmed().seen(FIVE).seen(THREE);
    assertEquals(Optional.empty(), clock.setAt());
    assertEquals(THREE, clock.bootsSinceSet(THREE));
  }
}
