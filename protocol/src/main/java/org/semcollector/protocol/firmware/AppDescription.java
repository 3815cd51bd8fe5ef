package org.semcollector.protocol.firmware;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.semcollector.protocol.Bytes;

/// What a build says of itself (`esp_app_desc_t` of ESP-IDF: 256 bytes at the start of the first segment).
///
/// The version in it is not the firmware's number: OFMon's builds all say "1". The number comes with the package.
///
/// @param version as the build says
/// @param projectName as the build says
/// @param builtAt date and time as the compiler wrote them
/// @param idfVersion version of ESP-IDF
/// @param elfSha256 hash of the program file it was made from, 64 hexadecimal digits
public record AppDescription(String version, String projectName, String builtAt, String idfVersion, String elfSha256) {
  private static final int MAGIC = 0xABCD5432;
  private static final int LENGTH = 176;

  /// The description in a segment; empty when there is none.
  static Optional<AppDescription> in(Bytes segment) {
    if (segment.length() < LENGTH || segment.buffer().getInt() != MAGIC)
      return Optional.empty();
    var hash = new StringBuilder();
    for (int i = 144; i < LENGTH; i++) {
      hash.append(Character.forDigit(segment.at(i) >> 4, 16)).append(Character.forDigit(segment.at(i) & 15, 16));
    }
    return Optional.of(new AppDescription(text(segment, 16, 32), text(segment, 48, 32),
        (text(segment, 96, 16) + " " + text(segment, 80, 16)).strip(), text(segment, 112, 32), hash.toString()));
  }

  /// Characters up to the first NUL; what is not printable ASCII becomes a question mark, it ends up on screens.
  private static String text(Bytes segment, int from, int most) {
    String field = new String(segment.slice(from, from + most).toArray(), StandardCharsets.ISO_8859_1);
    int end = field.indexOf(0);
    return field.substring(0, end < 0 ? most : end).replaceAll("[^ -~]", "?");
  }
}
