package org.semcollector.app.wifi.windows;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.JoinRequest;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.protocol.meter.Ssid;

import static org.junit.jupiter.api.Assertions.assertEquals;

class WlanFailuresTest {
  private static final Ssid METER = new Ssid("SEM-24:6f:28:ab:cd:ef");

  /// Numbers of wlanreason: the base of each range plus the place in it.
  @ParameterizedTest
  @CsvSource({
      "0x48014,WrongPassword", // MSMSEC_PSK_MISMATCH_SUSPECTED
      "0x48004,WrongPassword", // MSMSEC_KEY_START_TIMEOUT
      "0x48005,WrongPassword", // MSMSEC_KEY_SUCCESS_TIMEOUT
      "0x2800d,WrongPassword", // KEY_MISMATCH
      "0x40004,WrongPassword", // MSMSEC_PROFILE_PSK_LENGTH
      "0x48011,Other", // MSMSEC_CANCELLED
      "0x2800b,NotFound", // NETWORK_NOT_AVAILABLE
      "0x38014,NotFound", // NO_VISIBLE_AP
      "0x38003,NotFound", // ASSOCIATION_TIMEOUT
      "0x38007,TimedOut", // SECURITY_TIMEOUT
      "0x28003,PermissionDenied", // GP_DENIED
      "0x28004,PermissionDenied", // USER_DENIED
      "0x80001,Other"}) // INVALID_PROFILE_SCHEMA
  void aReasonHasItsMeaning(String reason, String kind) {
    WifiFailure failure = WlanFailures.joining(request(Optional.of(new Secret("right-horse"))), Integer.decode(reason));
    assertEquals(kind, failure.getClass().getSimpleName());
  }

  @Test
  void aNetworkThatTurnsOutToBeLockedNeedsAPassword() {
    assertEquals(new WifiFailure.WrongPassword(METER, true),
        WlanFailures.joining(request(Optional.empty()), 0x40019)); // MSMSEC_MIXED_CELL
  }

  @ParameterizedTest
  @CsvSource({"5,PermissionDenied", "-2144067582,RadioOff", "1062,Unsupported", "1722,Unsupported", "87,NoAdapter",
      "31,Other"})
  void anErrorHasItsMeaning(int code, String kind) {
    assertEquals(kind,
        WlanFailures.of(new WlanException("WlanScan", code)).failure().getClass().getSimpleName());
    assertEquals(kind,
        WlanFailures.scanning(new WlanException("WlanScan", code)).failure().getClass().getSimpleName());
  }

  private static JoinRequest request(Optional<Secret> passphrase) {
    return new JoinRequest(AccessPoint.named(METER), passphrase, Duration.ofSeconds(1));
  }
}
