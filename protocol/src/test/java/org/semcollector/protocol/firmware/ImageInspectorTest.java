package org.semcollector.protocol.firmware;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.firmware.ImageReport.Sound;
import org.semcollector.protocol.firmware.ImageReport.Unsound;
import org.semcollector.protocol.simulator.SimulatedFirmware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ImageInspectorTest {
  /// Header: E9, 2 segments, mode 2, speed/size 20, entry 40080000, five bytes of pins, chip 0, revisions and reserve,
  /// hash appended. Segments at 3F400020 (4 bytes 01 02 04 08) and 40080000 (4 bytes 10 20 40 80). They end at byte 48,
  /// so the check sum is the last byte of the block 48..63: EF ^ 01^02^04^08 ^ 10^20^40^80 = EF ^ FF = 10.
  private static final String BODY = """
      e9 02 02 20 00000840 00000000 0000 00 0000 0000 00000000 01
      2000403f 04000000 01020408
      00000840 04000000 10204080
      000000000000000000000000000000 10""";
  /// By sha256sum over the 64 bytes above.
  private static final String HASH = "7918670fa2ae69d8bbce6bd6901ca92358e5d9ae5b7693e76a9c75e9bb633466";

  private static byte[] golden() {
    return Bytes.ofHex(BODY + HASH).toArray();
  }

  private static ImageReport report(byte[] file) {
    return ImageInspector.inspect(Bytes.copyOf(file));
  }

  private static Unsound unsound(byte[] file) {
    return assertInstanceOf(Unsound.class, report(file));
  }

  private static void assertFault(ImageFault fault, int offset, byte[] file) {
    Unsound unsound = unsound(file);
    assertEquals(fault, unsound.fault(), unsound.words());
    assertEquals(offset, unsound.offset(), unsound.words());
  }

  private static byte[] with(int offset, int value) {
    byte[] file = golden();
    file[offset] = (byte) value;
    return file;
  }

  @Test
  void anImageMadeByHandIsSound() {
    FirmwareImage image = assertInstanceOf(Sound.class, report(golden())).image();
    assertEquals(96, image.length());
    assertEquals(List.of(new ImageSegment(32, 4, 0x3F400020), new ImageSegment(44, 4, 0x40080000)), image.segments());
    assertEquals("0x3f400020", image.segments().getFirst().loadAddressHex());
    assertTrue(image.description().isEmpty());
  }

  @Test
  void everythingThatIsWrongIsNamedWithItsPlace() {
    assertFault(ImageFault.EMPTY, 0, new byte[0]);
    assertFault(ImageFault.WEB_PAGE, 0, "  <html>".getBytes(StandardCharsets.US_ASCII));
    assertFault(ImageFault.NOT_AN_IMAGE, 0, with(0, 0xE8));
    assertFault(ImageFault.OTHER_CHIP, 12, with(12, 9));
    assertEquals("ESP32-S3", unsound(with(12, 9)).detail());
    assertEquals("number 513", unsound(withChip(0x0201)).detail());
    assertFault(ImageFault.NO_SEGMENTS, 1, with(1, 0));
    assertFault(ImageFault.TOO_MANY_SEGMENTS, 1, with(1, 17));
    assertFault(ImageFault.NOT_HASHED, 23, with(23, 0));
    assertFault(ImageFault.SEGMENT_LENGTH, 28, with(28, 5));
    assertFault(ImageFault.SEGMENT_LENGTH, 28, with(31, 0xFF));
    assertFault(ImageFault.CUT, 96, with(28, 0x80));
    assertFault(ImageFault.CHECKSUM, 63, with(33, 0x03));
    assertEquals("is 10, should be 11", unsound(with(33, 0x03)).detail());
    assertFault(ImageFault.HASH, 64, with(50, 1));
    assertFault(ImageFault.HASH, 64, with(95, golden()[95] ^ 1));
    assertFault(ImageFault.MORE_BEHIND, 96, Arrays.copyOf(golden(), 97));
    assertFault(ImageFault.TOO_LONG, 1_048_576, Arrays.copyOf(golden(), 1_048_577));
  }

  private static byte[] withChip(int chip) {
    byte[] file = golden();
    file[12] = (byte) chip;
    file[13] = (byte) (chip >> 8);
    return file;
  }

  @Test
  void anImageCutAnywhereIsCut() {
    byte[] file = golden();
    assertFault(ImageFault.EMPTY, 0, new byte[0]);
    for (int length = 1; length < file.length; length++)
      assertFault(ImageFault.CUT, length, Arrays.copyOf(file, length));
  }

  /// Where a segment ends the next one could begin: a file cut just there, or a byte to either side, is cut all the same.
  @Test
  void anImageCutAtAnySegmentBoundaryIsCut() {
    byte[] file = image(4, 1_000, 36, 20_000, 8, 512);
    FirmwareImage image = assertInstanceOf(Sound.class, report(file)).image();
    assertEquals(6, image.segments().size());
    int end = 0;
    for (ImageSegment segment : image.segments()) {
      for (int boundary : List.of(segment.offset(), segment.offset() + segment.length())) {
        for (int length = boundary - 1; length <= boundary + 1; length++)
          assertFault(ImageFault.CUT, length, Arrays.copyOf(file, length));
        end = Math.max(end, boundary);
      }
    }
    for (int length = end; length < file.length; length++)
      assertFault(ImageFault.CUT, length, Arrays.copyOf(file, length)); // check sum and hash
  }

  /// A sound image with segments of these lengths, all multiples of 4.
  private static byte[] image(int... lengths) {
    int end = 24;
    for (int length : lengths)
      end += 8 + length;
    int body = (end + 16) / 16 * 16; // the check sum is the last byte of a block of 16
    ByteBuffer file = ByteBuffer.allocate(body + 32).order(ByteOrder.LITTLE_ENDIAN);
    file.put(golden(), 0, 24).put(1, (byte) lengths.length);
    byte sum = (byte) 0xEF;
    for (int length : lengths) {
      file.putInt(0x40080000).putInt(length);
      for (int i = 0; i < length; i++) {
        byte content = (byte) (i * 31 + length);
        file.put(content);
        sum = (byte) (sum ^ content);
      }
    }
    file.put(body - 1, sum);
    byte[] hash = Bytes.ofHex(Bytes.copyOf(Arrays.copyOf(file.array(), body)).sha256()).toArray();
    file.position(body).put(hash);
    return file.array();
  }

  @Test
  void mutationsOfAWholeImageAreAllSeen() {
    byte[] whole = SimulatedFirmware.image(6_000, 5).toArray();
    var random = new SplittableRandom(7_102_026);
    for (int i = 0; i < 10_000; i++) {
      byte[] file = Arrays.copyOf(whole, i % 3 == 0 ? random.nextInt(whole.length + 64) : whole.length);
      for (int change = random.nextInt(1, 5); change > 0 && file.length > 0; change--)
        file[random.nextInt(file.length)] = (byte) random.nextInt();
      if (!Arrays.equals(file, whole))
        assertTrue(unsound(file).offset() <= Math.max(file.length, 1), "an offset in the file");
    }
  }

  @Test
  void oneFlippedBitAnywhereIsSeen() {
    byte[] file = SimulatedFirmware.image(4_096, 7).toArray();
    assertInstanceOf(Sound.class, report(file));
    for (int bit = 0; bit < file.length * 8; bit++) {
      file[bit / 8] ^= (byte) (1 << bit % 8);
      assertInstanceOf(Unsound.class, report(file));
      file[bit / 8] ^= (byte) (1 << bit % 8);
    }
  }

  @Test
  void anyBytesGiveAReportAndNothingRandomIsSound() {
    var random = new SplittableRandom(20_261_121);
    for (int i = 0; i < 10_000; i++) {
      byte[] file = i % 2 == 0 ? new byte[random.nextInt(200)] : golden();
      int changes = i % 2 == 0 ? file.length : 1 + random.nextInt(8);
      for (int change = 0; change < changes; change++) {
        if (file.length > 0)
          file[i % 2 == 0 ? change : random.nextInt(file.length)] = (byte) random.nextInt();
      }
      if (i % 4 == 0 && file.length > 0)
        file[0] = (byte) 0xE9;
      if (!Arrays.equals(file, golden()))
        assertTrue(unsound(file).offset() <= Math.max(file.length, 1), "an offset in the file");
    }
  }

  @Test
  void whatABuildSaysOfItselfIsRead() {
    byte[] content = new byte[256];
    Bytes magic = Bytes.ofHex("3254cdab");
    System.arraycopy(magic.toArray(), 0, content, 0, 4);
    put(content, 16, "1");
    put(content, 48, "of\u0007mon");
    put(content, 80, "10:11:12");
    put(content, 96, "May  3 2024");
    put(content, 112, "v5.1.3-0123456789-0123456789-0123"); // one character more than fits
    Arrays.fill(content, 144, 176, (byte) 0xA5);
    AppDescription said = AppDescription.in(Bytes.copyOf(content)).orElseThrow();
    assertEquals(new AppDescription("1", "of?mon", "May  3 2024 10:11:12", "v5.1.3-0123456789-0123456789-012",
        "a5".repeat(32)), said);
    assertTrue(AppDescription.in(Bytes.copyOf(content).slice(0, 175)).isEmpty());
    content[0] = 0;
    assertTrue(AppDescription.in(Bytes.copyOf(content)).isEmpty());
  }

  private static void put(byte[] content, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(bytes, 0, content, at, Math.min(bytes.length, 32));
  }
}
