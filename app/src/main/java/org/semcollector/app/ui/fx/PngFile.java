package org.semcollector.app.ui.fx;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/// Writes an image as PNG (ISO/IEC 15948: 8 bits, RGB, no interlace, rows filtered by difference to the pixel on the
/// left). Small enough to spare the second graphics toolkit, which JavaFX would need for it.
public final class PngFile {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int FILTER_SUB = 1;
  private static final int RGB = 2;

  private PngFile() {}

  /// Replaces a file once the picture is complete. Transparency is dropped: pictures have a ground.
  public static void write(Image image, Path file) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null)
      Files.createDirectories(parent);
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    Files.write(draft, encode(image));
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
  }

  static byte[] encode(Image image) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(SIGNATURE);
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream head = new DataOutputStream(header);
    head.writeInt(width);
    head.writeInt(height);
    head.write(new byte[]{8, RGB, 0, 0, 0});
    chunk(out, "IHDR", header.toByteArray());
    chunk(out, "IDAT", rows(image, width, height));
    chunk(out, "IEND", new byte[0]);
    return bytes.toByteArray();
  }

  private static byte[] rows(Image image, int width, int height) throws IOException {
    int[] pixels = new int[width];
    byte[] row = new byte[1 + 3 * width];
    row[0] = FILTER_SUB;
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflate = new DeflaterOutputStream(packed)) {
      for (int y = 0; y < height; y++) {
        image.getPixelReader().getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        int left = 0;
        for (int x = 0; x < width; x++) {
          row[1 + 3 * x] = (byte) ((pixels[x] >> 16) - (left >> 16));
          row[2 + 3 * x] = (byte) ((pixels[x] >> 8) - (left >> 8));
          row[3 + 3 * x] = (byte) (pixels[x] - left);
          left = pixels[x];
        }
        deflate.write(row);
      }
    }
    return packed.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(content);
    out.writeInt(content.length);
    out.write(name);
    out.write(content);
    out.writeInt((int) crc.getValue());
  }
}
