package org.semcollector.app.setup;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.semcollector.app.setup.PrepareResult.Prepared;
import org.semcollector.app.setup.PrepareResult.Refused;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.VisitRow;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SetUpPreparationTest {
  private static final UUID PROFILE = new UUID(7, 7);
  private static final String TOKEN = "TestMetersToken00001" + PROFILE;
  private static final String OTHER = "TestMetersToken00002" + PROFILE;
  private final List<MeterRow> meters = new ArrayList<>();
  private final FakeSetUps list = new FakeSetUps();
  private final SetUpPreparation preparation = new SetUpPreparation(list, store(), new SetUpSentences(Locale.UK));

  private static Ssid ssid(int number) {
    return new Ssid("SEM-24:6f:28:00:00:0" + number);
  }

  private PrepareResult prepare(int meter, String token, boolean insist) throws Exception {
    return preparation.prepare(ssid(meter), token, Optional.of("Flat " + meter), insist);
  }

  private void known(int number, String token) {
    meters.add(new MeterRow(ssid(number), "Known " + number, ZoneOffset.UTC,
        Optional.of(new MeterToken(token.substring(0, 20), PROFILE)), OptionalInt.empty(), Optional.empty(),
        Optional.empty(), 0, 0, Optional.empty(), Optional.empty()));
  }

  @Test
  void aMeterIsPreparedWithTokenAndNameAndAgainWithoutHarm() throws Exception {
    assertInstanceOf(Prepared.class, prepare(1, TOKEN, false));
    assertInstanceOf(Prepared.class, prepare(1, TOKEN, false));
    PreparedSetUp kept = list.all().getFirst();
    assertEquals(TOKEN.substring(0, 20), kept.token().accessToken());
    assertEquals(Optional.of("Flat 1"), kept.name());
    assertEquals(1, list.all().size());
    preparation.takeBack(ssid(1));
    assertEquals(List.of(), preparation.all());
  }

  @Test
  void aTokenThatNoMeterCanKeepIsExplainedAndCannotBeInsistedOn() throws Exception {
    Refused refused = assertInstanceOf(Refused.class, prepare(1, "short" + PROFILE, true));
    assertFalse(refused.mayInsist());
    assertTrue(refused.sentence().contains("this has 41"), refused.sentence());
    assertEquals(List.of(), list.all());
  }

  @Test
  void oneTokenForTwoMetersIsRefusedUnlessInsistedOnAndMovesThen() throws Exception {
    prepare(1, TOKEN, false);
    Refused refused = assertInstanceOf(Refused.class, prepare(2, TOKEN, false));
    assertTrue(refused.mayInsist() && refused.sentence().contains(ssid(1).value()), refused.sentence());
    assertEquals(1, list.all().size());
    assertInstanceOf(Prepared.class, prepare(2, TOKEN, true));
    assertEquals(List.of(ssid(2)), list.all().stream().map(PreparedSetUp::ssid).toList());
  }

  @Test
  void theTokenOfASetUpThatIsDoneStaysWithItWhenAnotherMeterReplacesIt() throws Exception {
    prepare(1, TOKEN, false);
    list.keep(List.of(list.all().getFirst().done(Instant.EPOCH)));
    assertTrue(assertInstanceOf(Refused.class, prepare(2, TOKEN, false)).sentence().contains("was given to"));
    assertInstanceOf(Prepared.class, prepare(2, TOKEN, true));
    assertEquals(2, list.all().size());
  }

  @Test
  void theTokenOfAKnownMeterIsRefusedForAnotherOneAlsoWithAnotherProfile() throws Exception {
    known(3, TOKEN);
    String sameDevice = TOKEN.substring(0, 20) + new UUID(1, 2);
    Refused refused = assertInstanceOf(Refused.class, prepare(1, sameDevice, false));
    assertTrue(refused.sentence().contains("Known 3"), refused.sentence());
    assertInstanceOf(Prepared.class, prepare(1, sameDevice, true));
  }

  @Test
  void aMeterThatHasAnotherTokenIsNotTakenWithoutInsisting() throws Exception {
    known(1, TOKEN);
    assertInstanceOf(Prepared.class, prepare(1, TOKEN, false));
    assertTrue(assertInstanceOf(Refused.class, prepare(1, OTHER, false)).sentence().contains("another token"));
    assertInstanceOf(Prepared.class, prepare(1, OTHER, true));
  }

  @Test
  void whatIsPreparedForAMeterIsNotReplacedWithoutInsistingAndNotDoneWhenReplaced() throws Exception {
    prepare(1, TOKEN, false);
    list.keep(List.of(list.all().getFirst().done(Instant.EPOCH)));
    assertTrue(assertInstanceOf(Refused.class, prepare(1, OTHER, false)).sentence().contains("is prepared as Flat 1"));
    assertInstanceOf(Prepared.class, prepare(1, OTHER, true));
    assertEquals(Optional.empty(), list.all().getFirst().doneAt());
  }

  private MeterStore store() {
    return new MeterStore() {
      @Override
      public List<MeterRow> meters() {
        return meters;
      }

      @Override
      public Optional<MeterRow> meter(Ssid ssid) {
        return meters.stream().filter(row -> row.ssid().equals(ssid)).findFirst();
      }

      @Override
      public void rename(Ssid ssid, String name) {}

      @Override
      public void setZone(Ssid ssid, java.time.ZoneId zone) {}

      @Override
      public List<VisitRow> visits(Optional<Ssid> ssid) {
        return List.of();
      }
    };
  }
}
