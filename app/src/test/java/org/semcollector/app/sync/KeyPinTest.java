package org.semcollector.app.sync;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class KeyPinTest {
  private static final String EXPECTED = "sha256//AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  @ParameterizedTest
  @ValueSource(strings = {EXPECTED, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
      " 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f ",
      "00:01:02:03:04:05:06:07:08:09:0A:0B:0C:0D:0E:0F:10:11:12:13:14:15:16:17:18:19:1A:1B:1C:1D:1E:1F"})
  void oneKeyHasOneText(String written) {
    assertEquals(EXPECTED, new KeyPin(written).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sha256//", "sha256//AAAA", "hello", "00:01"})
  void anythingElseIsRefusedWithASentence(String written) {
    var refused = assertThrows(IllegalArgumentException.class, () -> new KeyPin(written));
    assertTrue(String.valueOf(refused.getMessage()).endsWith("prints it."));
  }

  @Test
  void theHashIsThatOfTheKeyInfo() throws Exception {
    var pair = java.security.KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] hash = java.security.MessageDigest.getInstance("SHA-256").digest(pair.getPublic().getEncoded());
    assertEquals("sha256//" + java.util.Base64.getEncoder().encodeToString(hash),
        KeyPin.of(pair.getPublic()).toString());
  }
}
