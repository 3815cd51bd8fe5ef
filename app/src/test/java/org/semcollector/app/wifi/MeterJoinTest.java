package org.semcollector.app.wifi;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.secret.SecretException;
import org.semcollector.app.task.Progress;
import org.semcollector.protocol.meter.Ssid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The meter that was chosen is joined, or none.
class MeterJoinTest {
  private static final Ssid METER = new Ssid("SEM-24:6f:28:00:00:01");
  private static final Secret PASSWORD = new Secret("right-password");
  private static final AccessPoint HEARD = AccessPoint.heard(METER, METER.mac(), -50);

  private final OneRadio radio = new OneRadio();

  @Test
  void theChosenMeterIsJoinedWithItsPassword() throws Exception {
    try (var joined = join(HEARD)) {
      assertEquals(METER, joined.network().meter().orElseThrow());
    }
    assertEquals(List.of(Optional.of(PASSWORD)), radio.passwords);
    assertEquals(1, radio.left);
  }

  @Test
  void anOpenNetworkIsSentNoPassword() throws Exception {
    var open = new AccessPoint(METER, Optional.of(METER.mac()), -50, AccessPoint.Security.OPEN, OptionalInt.empty(),
        Optional.empty(), OptionalLong.empty());
    join(open).close();
    assertEquals(List.of(Optional.empty()), radio.passwords);
  }

  @Test
  void anImpostorIsNotJoinedAtAll() {
    AccessPoint impostor = AccessPoint.heard(METER, "de:ad:be:ef:00:01", -50);
    assertEquals(new WifiFailure.Impostor(METER, "de:ad:be:ef:00:01"), failure(impostor));
    assertTrue(radio.passwords.isEmpty());
  }

  @Test
  void anotherRadioIsLeftAtOnce() {
    radio.bssid = Optional.of("de:ad:be:ef:00:01");
    assertEquals(new WifiFailure.Impostor(METER, "de:ad:be:ef:00:01"), failure(HEARD));
    assertEquals(1, radio.left);
  }

  @Test
  void anotherNetworkIsLeftAtOnce() {
    radio.name = "SEM-24:6f:28:00:00:02";
    assertEquals(new WifiFailure.OtherMeter(METER, radio.name), failure(AccessPoint.named(METER)));
    assertEquals(1, radio.left);
  }

  @Test
  void anotherDeviceThatAnswersIsLeftAtOnce() {
    radio.neighbour = Optional.of("24:6f:28:00:00:02");
    assertEquals(new WifiFailure.OtherMeter(METER, "24:6f:28:00:00:02"), failure(HEARD));
    assertEquals(1, radio.left);
  }

  @Test
  void whatTheSystemDoesNotTellIsNoObjection() throws Exception {
    radio.bssid = Optional.empty();
    radio.neighbour = Optional.empty();
    join(AccessPoint.named(METER)).close();
    assertEquals(1, radio.left);
  }

  @Test
  void aLockedKeyringIsSaidAndNothingIsJoined() {
    MeterPassphrases locked = _ -> {
      throw new SecretException("The keyring is locked.");
    };
    WifiException failure = assertThrows(WifiException.class,
        () -> new MeterJoin(radio, locked).join(HEARD, Progress.NONE));
    assertEquals(new WifiFailure.PasswordUnreadable(METER, "The keyring is locked."), failure.failure());
    assertTrue(radio.passwords.isEmpty());
    assertFalse(failure.failure().toString().contains(PASSWORD.reveal()));
  }

  private WifiAdapter.Connection join(AccessPoint meter) throws WifiException {
    return new MeterJoin(radio, _ -> Optional.of(PASSWORD)).join(meter, Progress.NONE);
  }

  private WifiFailure failure(AccessPoint meter) {
    return assertThrows(WifiException.class, () -> join(meter)).failure();
  }

  /// Joins whatever it is asked to and tells what the test wants to hear.
  private static final class OneRadio implements WifiAdapter {
    final List<Optional<Secret>> passwords = new ArrayList<>();
    String name = METER.value();
    Optional<String> bssid = Optional.of(METER.mac());
    Optional<String> neighbour = Optional.of(METER.mac());
    int left;

    @Override
    public WifiAbility ability() {
      return WifiAbility.ALL;
    }

    @Override
    public List<AccessPoint> scan(Duration limit, Progress progress) {
      return List.of(HEARD);
    }

    @Override
    public Optional<JoinedNetwork> current() {
      return Optional.empty();
    }

    @Override
    public Connection join(JoinRequest request, Progress progress) {
      passwords.add(request.passphrase());
      return new Joined(this);
    }

    @Override
    public void close() {
      // nothing was opened
    }
  }

  private record Joined(OneRadio radio) implements WifiAdapter.Connection {
    @Override
    public URI meterUri() {
      return URI.create("http://10.0.0.1");
    }

    @Override
    public JoinedNetwork network() {
      return new JoinedNetwork(radio.name, radio.bssid, "wlan0");
    }

    @Override
    public Optional<InetAddress> localAddress() {
      return Optional.empty();
    }

    @Override
    public Optional<String> neighbour() {
      return radio.neighbour;
    }

    @Override
    public Restored restore(Duration limit) {
      radio.left++;
      return new Restored(Optional.empty());
    }

    @Override
    public void close() {
      restore(Duration.ZERO);
    }
  }
}
