package org.semcollector.app.firmware.library;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/// The checksums that ThingsBoard makes of packages. It writes numbers with their lowest byte first, as its hash library
/// does; CRC32 is accepted the other way round too, which is how every other program writes it.
public final class Checksum {
  private static final Map<String, String> DIGESTS = Map.of("MD5", "MD5", "SHA256", "SHA-256", "SHA384", "SHA-384",
      "SHA512", "SHA-512");
  private static final int BUFFER = 1 << 16;

  private Checksum() {}

  /// Whether a stream is what a checksum says.
  ///
  /// @param algorithm as ThingsBoard spells it
  /// @return empty when the algorithm is not known
  public static Optional<Boolean> matches(String algorithm, String expected, InputStream content) throws IOException {
    Optional<String> actual = of(algorithm, content);
    String wanted = expected.strip().toLowerCase(Locale.ROOT);
    return actual.map(hex -> hex.equals(wanted) || ("CRC32".equals(algorithm) && reversed(hex).equals(wanted)));
  }

  /// The checksum of a stream as ThingsBoard writes it; empty when the algorithm is not known.
  static Optional<String> of(String algorithm, InputStream content) throws IOException {
    return switch (algorithm) {
      case "MD5", "SHA256", "SHA384", "SHA512" -> Optional.of(digest(DIGESTS.getOrDefault(algorithm, ""), content));
      case "CRC32" -> Optional.of(crc32(content));
      case "MURMUR3_32" -> Optional.of(Murmur3.hash32(content));
      case "MURMUR3_128" -> Optional.of(Murmur3.hash128(content));
      default -> Optional.empty();
    };
  }

  private static String digest(String name, InputStream content) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance(name);
      byte[] buffer = new byte[BUFFER];
      for (int count = content.read(buffer); count >= 0; count = content.read(buffer))
        digest.update(buffer, 0, count);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + name, e);
    }
  }

  private static String crc32(InputStream content) throws IOException {
    CRC32 crc = new CRC32();
    byte[] buffer = new byte[BUFFER];
    for (int count = content.read(buffer); count >= 0; count = content.read(buffer))
      crc.update(buffer, 0, count);
    return HexFormat.of().toHexDigits(Integer.reverseBytes((int) crc.getValue()));
  }

  private static String reversed(String hex) {
    return HexFormat.of().toHexDigits(Integer.reverseBytes(HexFormat.fromHexDigits(hex)));
  }
}
