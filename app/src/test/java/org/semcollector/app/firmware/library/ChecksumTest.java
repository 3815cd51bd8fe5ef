package org.semcollector.app.firmware.library;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/// Expected values come from Guava 33.5, which ThingsBoard makes its checksums with, and from `sha256sum` and the like.
class ChecksumTest {
  /// The bytes 3, 10, 17, … of a length.
  private static byte[] bytes(int length) {
    var bytes = new byte[length];
    for (int i = 0; i < length; i++)
      bytes[i] = (byte) (i * 7 + 3);
    return bytes;
  }

  private static InputStream in(int length) {
    return new ByteArrayInputStream(bytes(length));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      0|00000000|00000000|00000000000000000000000000000000
      1|37be0b4b|76802a5e|593e6a30ddc66a72e4a8b5c52711714e
      3|33af586d|129d66c6|ce3db5f3caeb3f6e88b6ff75e383bbe5
      4|624ed37e|1993008f|06aad0de82ed290e8588c202180cb2ad
      5|4231c8fc|42adaf11|7083c87456ed2aa8589394500832a030
      15|dc9e617c|5b69115d|f4e4ad805e4b6aba6df2e8f78f5a0ee0
      16|9f3d1f19|42e9f583|a14e8f2fc599b0c448fe2ad91902677d
      17|e35ea77b|ea50c7fa|27b153fe394baed4e9db81663b450266
      1000|462abc17|221155ea|49aadcbaef89f70a6b54bbd9b9a1d80b
      """)
  void hashesAreThoseOfTheServersLibrary(int length, String crc32, String murmur32, String murmur128)
      throws IOException {
    assertEquals(Optional.of(crc32), Checksum.of("CRC32", in(length)));
    assertEquals(Optional.of(murmur32), Checksum.of("MURMUR3_32", in(length)));
    assertEquals(Optional.of(murmur128), Checksum.of("MURMUR3_128", in(length)));
  }

  @ParameterizedTest
  @CsvSource({"MD5,900150983cd24fb0d6963f7d28e17f72",
      "SHA256,ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      "SHA384,cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7",
      "SHA512,ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643"
          + "ce80e2a9ac94fa54ca49f"})
  void digestsAreThoseOfTheStandards(String algorithm, String hex) throws IOException {
    assertEquals(Optional.of(true), Checksum.matches(algorithm, hex, abc()));
    assertEquals(Optional.of(true), Checksum.matches(algorithm, hex.toUpperCase(java.util.Locale.ROOT), abc()));
  }

  private static InputStream abc() {
    return new ByteArrayInputStream(new byte[]{'a', 'b', 'c'});
  }

  @Test
  void aCrcMayBeWrittenEitherWay() throws IOException {
    assertEquals(Optional.of(true), Checksum.matches("CRC32", "37be0b4b", in(1)));
    assertEquals(Optional.of(true), Checksum.matches("CRC32", "4b0bbe37", in(1)));
    assertEquals(Optional.of(false), Checksum.matches("CRC32", "4b0bbe38", in(1)));
  }

  @Test
  void anotherAlgorithmIsNotGuessed() throws IOException {
    assertEquals(Optional.empty(), Checksum.matches("SHA3_256", "00", in(1)));
  }

  /// Pieces of 64 KiB are hashed one after the other; the border must not be seen.
  @ParameterizedTest
  @ValueSource(strings = {"MURMUR3_32", "MURMUR3_128", "CRC32", "SHA256"})
  void aFlippedByteAnywhereInALongFileIsNoticed(String algorithm) throws IOException {
    byte[] whole = bytes(200_001);
    String right = Checksum.of(algorithm, new ByteArrayInputStream(whole)).orElseThrow();
    for (int at : new int[]{0, 65_535, 65_536, 131_072, 200_000}) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 1;
      assertNotEquals(right, Checksum.of(algorithm, new ByteArrayInputStream(flipped)).orElseThrow());
    }
    assertEquals(right.length(), HexFormat.of().parseHex(right).length * 2);
  }
}
