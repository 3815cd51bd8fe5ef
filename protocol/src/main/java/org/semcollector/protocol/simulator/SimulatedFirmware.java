package org.semcollector.protocol.simulator;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;
import org.semcollector.protocol.Bytes;

/// Makes application images that a boot loader accepts, filled with noise.
public final class SimulatedFirmware {
  private static final int SEGMENT_HEADER = 8;

  private SimulatedFirmware() {}

  /// An image with one segment, checksum and hash.
  ///
  /// @param segmentLength bytes of the segment; the image is up to 80 bytes longer
  public static Bytes image(int segmentLength, long seed) {
    var content = new byte[segmentLength];
    new SplittableRandom(seed).nextBytes(content);
    int checksum = OtaImageCheck.CHECKSUM_SEED;
    for (byte b : content) {
      checksum ^= Byte.toUnsignedInt(b);
    }
    int end = (OtaImageCheck.HEADER_LENGTH + SEGMENT_HEADER + segmentLength + 16) & ~15;
    var image = ByteBuffer.allocate(end + 32).order(ByteOrder.LITTLE_ENDIAN);
    image.put((byte) OtaImageCheck.MAGIC).put((byte) 1).put((byte) 2).put((byte) 0x20).putInt(0x4008_0000);
    image.put(OtaImageCheck.HEADER_LENGTH - 1, (byte) 1);
    image.position(OtaImageCheck.HEADER_LENGTH).putInt(0x3F40_0020).putInt(segmentLength).put(content);
    image.put(end - 1, (byte) checksum);
    image.position(end).put(OtaImageCheck.sha256(Bytes.copyOf(image.array()).slice(0, end).toArray()));
    return Bytes.copyOf(image.array());
  }
}
