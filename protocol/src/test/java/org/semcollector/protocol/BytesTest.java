package org.semcollector.protocol;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BytesTest {
  @Test
  void changingTheSourceArrayDoesNotChangeTheBytes() {
    byte[] source = {1, 2, 3};
    Bytes bytes = Bytes.copyOf(source);
    source[0] = 9;
    assertEquals(1, bytes.at(0));
    bytes.toArray()[1] = 9;
    assertEquals(2, bytes.at(1));
  }

  @Test
  void prefixIsComparedByContent() {
    assertTrue(Bytes.ofHex("01 02 03").startsWith(Bytes.ofHex("0102")));
    assertFalse(Bytes.ofHex("01 02").startsWith(Bytes.ofHex("010203")));
    assertFalse(Bytes.ofHex("01 02 03").startsWith(Bytes.ofHex("0103")));
  }

  // SHA-256 of "abc", FIPS 180-2 appendix B.1
  @Test
  void sha256IsThatOfTheStandard() {
    assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Bytes.ofHex("616263").sha256());
  }
}
