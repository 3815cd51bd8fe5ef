package org.semcollector.protocol.firmware;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.WebPage;
import org.semcollector.protocol.firmware.ImageReport.Sound;
import org.semcollector.protocol.firmware.ImageReport.Unsound;

/// Looks at an image as the boot loader will, and closer: a meter that takes a bad one is out of reach until somebody
/// opens it. Total: any bytes give a report.
///
/// Format: header of 24 bytes, segments of 8 + n bytes, zeros up to the last byte of a block of 16, which is the XOR of
/// all segment bytes and EF, then the SHA-256 of all before it. Source: ESP-IDF, "App Image Format".
public final class ImageInspector {
  static final int MAGIC = 0xE9;
  static final int HEADER_LENGTH = 24;
  static final int SEGMENT_HEADER_LENGTH = 8;
  static final int MOST_SEGMENTS = 16;
  static final int CHECKSUM_SEED = 0xEF;
  static final int HASH_LENGTH = 32;
  private static final int CHIP_OFFSET = 12;
  private static final int HASHED_OFFSET = 23;

  private final Bytes file;
  private final List<ImageSegment> segments = new ArrayList<>();

  private ImageInspector(Bytes file) {
    this.file = file;
  }

  /// Whether a file is a whole image for a SEM meter.
  public static ImageReport inspect(Bytes file) {
    return new ImageInspector(file).report();
  }

  private ImageReport report() {
    try {
      checkStart();
      int end = readSegments();
      checkSum(end);
      checkHash(end);
    } catch (Refused refused) {
      return refused.report;
    }
    return new Sound(new FirmwareImage(file.length(), Chip.ESP32, segments,
        AppDescription.in(content(segments.getFirst())), file.sha256()));
  }

  private void checkStart() throws Refused {
    if (file.isEmpty())
      throw new Refused(ImageFault.EMPTY, 0, "");
    if (WebPage.isIn(file))
      throw new Refused(ImageFault.WEB_PAGE, 0, "");
    if (file.at(0) != MAGIC)
      throw new Refused(ImageFault.NOT_AN_IMAGE, 0, hex(file.at(0)));
    if (file.length() > FirmwareImage.SLOT_LENGTH)
      throw new Refused(ImageFault.TOO_LONG, FirmwareImage.SLOT_LENGTH, file.length() + " bytes");
    if (file.length() < HEADER_LENGTH)
      throw cut(HEADER_LENGTH);
    int chip = Short.toUnsignedInt(file.buffer().getShort(CHIP_OFFSET));
    if (chip != Chip.ESP32.id())
      throw new Refused(ImageFault.OTHER_CHIP, CHIP_OFFSET, Chip.of(chip).map(Chip::title).orElse("number " + chip));
    if (file.at(1) == 0)
      throw new Refused(ImageFault.NO_SEGMENTS, 1, "");
    if (file.at(1) > MOST_SEGMENTS)
      throw new Refused(ImageFault.TOO_MANY_SEGMENTS, 1, file.at(1) + " of at most " + MOST_SEGMENTS);
    if (file.at(HASHED_OFFSET) != 1)
      throw new Refused(ImageFault.NOT_HASHED, HASHED_OFFSET, "");
  }

  /// @return where the check sum's block of 16 ends
  private int readSegments() throws Refused {
    ByteBuffer in = file.buffer();
    int at = HEADER_LENGTH;
    for (int i = 0; i < file.at(1); i++) {
      if (file.length() - at < SEGMENT_HEADER_LENGTH)
        throw cut(at + SEGMENT_HEADER_LENGTH);
      int length = in.getInt(at + 4);
      if (length < 0 || length > FirmwareImage.SLOT_LENGTH || length % 4 != 0)
        throw new Refused(ImageFault.SEGMENT_LENGTH, at + 4, Integer.toUnsignedString(length) + " bytes");
      var segment = new ImageSegment(at + SEGMENT_HEADER_LENGTH, length, in.getInt(at));
      if (length > file.length() - segment.offset())
        throw cut(segment.offset() + length);
      segments.add(segment);
      at = segment.offset() + length;
    }
    return (at + 16) & ~15;
  }

  private void checkSum(int end) throws Refused {
    if (end > file.length())
      throw cut(end);
    int sum = CHECKSUM_SEED;
    for (ImageSegment segment : segments) {
      for (int i = segment.offset(); i < segment.offset() + segment.length(); i++)
        sum ^= file.at(i);
    }
    if (file.at(end - 1) != sum)
      throw new Refused(ImageFault.CHECKSUM, end - 1, "is " + hex(file.at(end - 1)) + ", should be " + hex(sum));
  }

  private void checkHash(int end) throws Refused {
    int whole = end + HASH_LENGTH;
    if (whole > file.length())
      throw cut(whole);
    Bytes said = file.slice(end, whole);
    if (!said.equals(Bytes.ofHex(file.slice(0, end).sha256())))
      throw new Refused(ImageFault.HASH, end, "");
    if (whole < file.length())
      throw new Refused(ImageFault.MORE_BEHIND, whole, file.length() - whole + " bytes");
  }

  private Bytes content(ImageSegment segment) {
    return file.slice(segment.offset(), segment.offset() + segment.length());
  }

  private Refused cut(int needed) {
    return new Refused(ImageFault.CUT, file.length(), "at least " + (needed - file.length()) + " more are missing");
  }

  private static String hex(int octet) {
    return String.format("%02x", octet);
  }

  /// Leaves the checks at the first thing that is wrong.
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Unsound report;

    Refused(ImageFault fault, int offset, String detail) {
      super(fault.words(), null, false, false);
      this.report = new Unsound(fault, offset, detail);
    }
  }
}
