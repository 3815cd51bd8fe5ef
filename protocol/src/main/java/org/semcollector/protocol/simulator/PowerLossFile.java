package org.semcollector.protocol.simulator;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.semcollector.protocol.Bytes;

/// The file of boots: one u128 little-endian per boot, sent in blocks of 80 bytes that are always written whole. The
/// firmware fills one block buffer again and again, so the tail of the last block shows the entries of the block
/// before it, or zeros when there is none.
final class PowerLossFile {
  static final int ENTRY_LENGTH = 16;
  static final int BLOCK_LENGTH = 80;

  private final List<Long> entries = new ArrayList<>();

  void append(long deviceMillis) {
    entries.add(deviceMillis);
  }

  int size() {
    return entries.size();
  }

  void clear() {
    entries.clear();
  }

  /// What `GET /powerloss_log` sends: empty without entries.
  Bytes blocks() {
    int length = entries.size() * ENTRY_LENGTH;
    int blocks = (length + BLOCK_LENGTH - 1) / BLOCK_LENGTH;
    var out = ByteBuffer.allocate(blocks * BLOCK_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    for (long entry : entries) {
      out.putLong(entry).putLong(0);
    }
    byte[] bytes = out.array();
    int stale = length - BLOCK_LENGTH;
    if (stale > 0) {
      System.arraycopy(bytes, stale, bytes, length, bytes.length - length);
    }
    return Bytes.copyOf(bytes);
  }
}
