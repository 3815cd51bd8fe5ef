package org.semcollector.protocol.simulator;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.semcollector.protocol.Bytes;

/// What the boot loader demands of an image before the meter restarts with it: a header for this chip, segments that
/// end inside the file, their checksum, the SHA-256 behind it, and no more than the update slot holds.
final class OtaImageCheck {
  static final int SLOT_BYTES = 1_048_576;
  static final int MAGIC = 0xE9;
  static final int HEADER_LENGTH = 24;
  static final int CHECKSUM_SEED = 0xEF;
  private static final int CHIP_OFFSET = 12;
  private static final int HASHED_OFFSET = 23;
  private static final int DIGEST_LENGTH = 32;

  private OtaImageCheck() {}

  static boolean accepts(Bytes image) {
    if (image.length() < HEADER_LENGTH || image.length() > SLOT_BYTES || image.at(0) != MAGIC)
      return false;
    ByteBuffer in = image.buffer();
    if (in.getShort(CHIP_OFFSET) != 0)
      return false;
    in.position(HEADER_LENGTH);
    int checksum = CHECKSUM_SEED;
    for (int segment = 0; segment < image.at(1); segment++) {
      if (in.remaining() < 8)
        return false;
      int length = in.getInt(in.position() + 4);
      if (length < 0 || length > in.remaining() - 8)
        return false;
      for (int i = in.position() + 8; i < in.position() + 8 + length; i++) {
        checksum ^= image.at(i);
      }
      in.position(in.position() + 8 + length);
    }
    int end = (in.position() + 16) & ~15;
    return end <= image.length() && image.at(end - 1) == checksum && hashFits(image, end);
  }

  private static boolean hashFits(Bytes image, int end) {
    if (image.at(HASHED_OFFSET) != 1)
      return true;
    return end + DIGEST_LENGTH <= image.length() && Arrays.equals(sha256(image.slice(0, end).toArray()),
        image.slice(end, end + DIGEST_LENGTH).toArray());
  }

  static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
