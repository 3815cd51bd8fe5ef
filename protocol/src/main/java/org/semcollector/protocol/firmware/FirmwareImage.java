package org.semcollector.protocol.firmware;

import java.util.List;
import java.util.Optional;

/// A whole image.
///
/// @param length in bytes
/// @param segments in the order of the file
/// @param description what the build says of itself; older builds say nothing
/// @param sha256 hash of the whole file, 64 hexadecimal digits
public record FirmwareImage(
    int length, Chip chip, List<ImageSegment> segments, Optional<AppDescription> description, String sha256) {
  /// What a meter's update slot holds, bytes.
  public static final int SLOT_LENGTH = 1_048_576;

  public FirmwareImage {
    segments = List.copyOf(segments);
  }
}
