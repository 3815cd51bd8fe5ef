package org.semcollector.app.store.pack;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Deflate without header or checksum: H2 keeps one for each page.
final class Deflated {
  private static final int PIECE = 8192;

  private Deflated() {}

  static byte[] of(byte[] plain) {
    try (var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
      deflater.setInput(plain);
      deflater.finish();
      var out = new ByteArrayOutputStream(plain.length / 2 + 64);
      var piece = new byte[PIECE];
      while (!deflater.finished()) {
        out.write(piece, 0, deflater.deflate(piece));
      }
      return out.toByteArray();
    }
  }

  /// @param length how many bytes it must be
  static byte[] plain(byte[] packed, int from, int length) throws PackException {
    try (var inflater = new Inflater(true)) {
      inflater.setInput(packed, from, packed.length - from);
      var plain = new byte[length];
      int filled = 0;
      while (filled < length) {
        int more = inflater.inflate(plain, filled, length - filled);
        if (more == 0)
          throw new PackException("a pack ends after " + filled + " of " + length + " bytes");
        filled += more;
      }
      if (inflater.inflate(new byte[1]) != 0)
        throw new PackException("a pack holds more than " + length + " bytes");
      return plain;
    } catch (DataFormatException e) {
      throw new PackException("a pack is not deflated data", e);
    }
  }
}
