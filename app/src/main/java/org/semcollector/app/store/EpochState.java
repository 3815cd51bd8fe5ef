package org.semcollector.app.store;

import java.util.Optional;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.reading.ReadingCodec;

/// An erase epoch of a meter: the byte stream between two erases, as far as it was read.
///
/// @param number within the meter, from 1
/// @param end whether and how it ended
/// @param records how many records of the stream are known
/// @param sha256 of exactly these records' bytes
/// @param openedAfterEraseOf the visit that found it after its own erase request: that erase did not end it
public record EpochState(int number, End end, int records, String sha256, Optional<String> openedAfterEraseOf) {
  /// How an epoch ended.
  public enum End {
    /// Not yet.
    OPEN,
    /// The meter was found empty though nobody here erased it.
    ELSEWHERE,
    /// Erased here, and the meter was seen empty.
    PROVEN
  }

  /// The epoch that a byte stream starts.
  static EpochState of(int number, Bytes stream, Optional<String> openedAfterEraseOf) {
    return new EpochState(number, End.OPEN, stream.length() / ReadingCodec.RECORD_LENGTH, stream.sha256(),
        openedAfterEraseOf);
  }

  EpochState grownTo(Bytes stream) {
    return new EpochState(number, end, stream.length() / ReadingCodec.RECORD_LENGTH, stream.sha256(),
        openedAfterEraseOf);
  }

  EpochState ended(End how) {
    return new EpochState(number, how, records, sha256, openedAfterEraseOf);
  }

  boolean isContinuedBy(Bytes stream) {
    int known = records * ReadingCodec.RECORD_LENGTH;
    return end == End.OPEN && stream.length() >= known && stream.slice(0, known).sha256().equals(sha256);
  }
}
