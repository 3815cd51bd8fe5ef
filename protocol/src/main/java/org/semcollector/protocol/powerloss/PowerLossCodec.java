package org.semcollector.protocol.powerloss;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.WebPage;

/// The power-loss body: entries of 16 bytes, sent in whole blocks of five.
///
/// | offset | size | field |
/// |---|---|---|
/// | 0 | u64 LE | stored time at boot, ms since 1970 |
/// | 8 | u64 LE | upper half of the firmware's u128, always 0 |
///
/// The firmware reads its file through one buffer of 80 bytes and always sends all of it, so what follows the last entry
/// is what the buffer held before: zeros in the first block, later the same offsets of the block before.
public final class PowerLossCodec {
  /// Bytes of one entry.
  public static final int ENTRY_LENGTH = 16;
  /// Bytes of one block; a body is a whole number of them.
  public static final int BLOCK_LENGTH = 80;
  /// More than any meter's flash can hold.
  public static final int LONGEST_BODY = 8 * 1024 * 1024;

  private static final int BLOCK_ENTRIES = BLOCK_LENGTH / ENTRY_LENGTH;
  private static final long LAST_DEVICE_MILLIS = 0xFFFF_FFFFL * 1000 + 999;

  private static final String WEB_PAGE = "a web page, not meter data";

  private PowerLossCodec() {}

  /// Decodes a whole body; total: any bytes give a result, an empty body gives an empty log.
  ///
  /// Entries of zero are padding. A repetition of the block before at the end of the last block is padding too, so
  /// genuine boots that repeat an earlier entry to the millisecond at that place cannot be counted.
  public static DecodedPowerLosses decode(Bytes body) {
    if (body.length() > LONGEST_BODY) {
      return malformed(List.of(), LONGEST_BODY, "longer than any meter can store");
    }
    ByteBuffer in = body.buffer();
    int wholeBlocks = body.length() / BLOCK_LENGTH;
    var entries = new ArrayList<Long>(wholeBlocks * BLOCK_ENTRIES);
    while (entries.size() < wholeBlocks * BLOCK_ENTRIES) {
      int offset = in.position();
      long low = in.getLong();
      long high = in.getLong();
      if (high != 0 || low < 0 || low > LAST_DEVICE_MILLIS) {
        return malformed(withoutZeros(entries), offset,
            isWebPage(body, offset) ? WEB_PAGE : "an entry is beyond the meter's clock");
      }
      entries.add(low);
    }
    if (in.hasRemaining()) {
      return malformed(withoutZeros(entries), in.position(), isWebPage(body, in.position())
          ? WEB_PAGE
          : "the last block has " + in.remaining() + " of " + BLOCK_LENGTH + " bytes");
    }
    return new DecodedPowerLosses.Complete(new PowerLossLog(withoutZeros(withoutStaleTail(entries))));
  }

  /// The body a meter sends for this log: whole blocks, the last one padded as its buffer would be.
  public static Bytes encode(PowerLossLog log) {
    List<Long> entries = log.entries();
    int blocks = (entries.size() + BLOCK_ENTRIES - 1) / BLOCK_ENTRIES;
    var out = ByteBuffer.allocate(blocks * BLOCK_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < blocks * BLOCK_ENTRIES; i++) {
      int inBuffer = i < entries.size() ? i : i - BLOCK_ENTRIES;
      out.putLong(inBuffer < 0 ? 0 : entries.get(inBuffer)).putLong(0);
    }
    return Bytes.copyOf(out.array());
  }

  /// A block is only sent when at least one entry was read into it: the first of the last block is never padding.
  private static List<Long> withoutStaleTail(List<Long> entries) {
    int end = entries.size();
    while (end % BLOCK_ENTRIES != 1 && end > BLOCK_ENTRIES
        && entries.get(end - 1).equals(entries.get(end - 1 - BLOCK_ENTRIES))) {
      end--;
    }
    return entries.subList(0, end);
  }

  private static List<Long> withoutZeros(List<Long> entries) {
    return entries.stream().filter(entry -> entry != 0).toList();
  }

  /// A genuine entry may begin with any byte, that of "<" too: only what is no entry can be a page.
  private static boolean isWebPage(Bytes body, int offset) {
    return offset == 0 && WebPage.isIn(body);
  }

  private static DecodedPowerLosses malformed(List<Long> entries, int offset, String reason) {
    return new DecodedPowerLosses.Malformed(new PowerLossLog(entries), offset, reason);
  }
}
