package org.semcollector.app.wifi;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.secret.SecretException;
import org.semcollector.app.secret.SecretName;
import org.semcollector.app.secret.SecretsInMemory;
import org.semcollector.protocol.meter.Ssid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FleetPasswordsTest {
  private static final Ssid FIRST = new Ssid("SEM-24:6f:28:00:00:01");
  private static final Ssid SECOND = new Ssid("SEM-24:6f:28:00:00:02");
  private static final Secret FLEET = new Secret("fleet-password");
  private static final Secret OWN = new Secret("its-own-password");

  private final SecretsInMemory secrets = new SecretsInMemory();
  private final FleetPasswords passwords = new FleetPasswords(secrets);

  @Test
  void aMetersOwnPasswordComesBeforeThatOfAll() throws Exception {
    assertEquals(Optional.empty(), passwords.of(FIRST));
    assertEquals(secrets.place(), passwords.set(Optional.empty(), FLEET));
    passwords.set(Optional.of(SECOND), OWN);
    assertEquals(Optional.of(FLEET), passwords.of(FIRST));
    assertEquals(Optional.of(OWN), passwords.of(SECOND));
    assertEquals(List.of(SECOND), passwords.withTheirOwn(List.of(SECOND, FIRST)));
    assertTrue(passwords.isSet(Optional.empty()));
    passwords.forget(Optional.of(SECOND));
    assertEquals(Optional.of(FLEET), passwords.of(SECOND));
    passwords.forget(Optional.empty());
    assertFalse(passwords.isSet(Optional.empty()));
    assertEquals(Optional.empty(), passwords.of(SECOND));
    assertTrue(secrets.kept.isEmpty());
  }

  @Test
  void noServersSecretIsTouched() throws Exception {
    SecretName server = SecretName.apiKey(java.net.URI.create("https://things.example.org"));
    secrets.put(server, new Secret("key"));
    passwords.set(Optional.empty(), FLEET);
    passwords.forget(Optional.empty());
    assertEquals(1, secrets.kept.size());
    assertTrue(secrets.get(server).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"short77", "0123456789012345678901234567890123456789012345678901234567890123x",
      "not-ascii-ß-password"})
  void whatNoWifiTakesIsRefused(String text) {
    SecretException refused = assertThrows(SecretException.class,
        () -> passwords.set(Optional.empty(), new Secret(text)));
    assertTrue(String.valueOf(refused.getMessage()).contains("8 to 63"));
    assertFalse(String.valueOf(refused.getMessage()).contains(text));
    assertTrue(secrets.kept.isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"eight888", "0123456789012345678901234567890123456789012345678901234567890ab",
      "with spaces ~!",
      "0123456789abcdefABCDEF0123456789abcdefABCDEF0123456789abcdef0123"})
  void whatWifiTakesIsKept(String text) throws Exception {
    passwords.set(Optional.of(FIRST), new Secret(text));
    assertEquals(Optional.of(new Secret(text)), passwords.of(FIRST));
  }
}
