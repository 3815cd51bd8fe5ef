package org.semcollector.app.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.reading.ReadingCodec;

/// How a telemetry body relates to what is stored.
///
/// @param continued the epoch whose stream the body goes on with; empty when it goes on with none
/// @param newPositions which of its records are not stored yet, ascending
/// @param records how many records it has
/// @param anythingKnownOfMeter whether readings are stored that could have been in it
record StreamMatch(
    Optional<EpochState> continued, List<Integer> newPositions, int records, boolean anythingKnownOfMeter) {

  StreamMatch {
    newPositions = List.copyOf(newPositions);
  }

  /// Nothing in the body was ever seen, though the meter was not erased here: it was erased elsewhere.
  boolean isForeign() {
    return anythingKnownOfMeter && records > 0 && newPositions.size() == records;
  }

  int known() {
    return records - newPositions.size();
  }

  /// Compares a body with the epochs since the last proven erase. A body that starts with all the bytes of an epoch
  /// goes on with it. Any other body is compared record by record, verbatim: a meter that cannot read a part of its
  /// flash leaves it out without a word, and sends it again at the next visit.
  ///
  /// @param epochs newest first
  static StreamMatch of(IngestTransaction tx, int meter, List<EpochState> epochs, Bytes stream) throws StoreException {
    int records = stream.length() / ReadingCodec.RECORD_LENGTH;
    Optional<EpochState> continued = epochs.stream().filter(epoch -> epoch.isContinuedBy(stream)).findFirst();
    int from = continued.map(EpochState::records).orElse(0);
    if (from == records)
      return new StreamMatch(continued, List.of(), records, !epochs.isEmpty());
    if (epochs.size() == continued.stream().count())
      return new StreamMatch(continued, IntStream.range(from, records).boxed().toList(), records, !epochs.isEmpty());
    return new StreamMatch(continued, unknown(tx, meter, epochs, stream, from), records, !epochs.isEmpty());
  }

  /// Positions from `from` on whose record is stored fewer times than the body holds it up to there.
  private static List<Integer> unknown(IngestTransaction tx, int meter, List<EpochState> epochs, Bytes stream, int from)
      throws StoreException {
    int records = stream.length() / ReadingCodec.RECORD_LENGTH;
    Map<Bytes, Integer> stored = HashMap.newHashMap(records);
    for (int i = 0; i < records; i++) {
      stored.put(record(stream, i), 0);
    }
    for (EpochState epoch : epochs) {
      tx.rawRecords(meter, epoch.number(), raw -> stored.computeIfPresent(raw, (_, count) -> count + 1));
    }
    var positions = new ArrayList<Integer>();
    for (int i = 0; i < records; i++) {
      int left = stored.merge(record(stream, i), -1, Integer::sum);
      if (left < 0 && i >= from)
        positions.add(i);
    }
    return positions;
  }

  static Bytes record(Bytes stream, int position) {
    int offset = position * ReadingCodec.RECORD_LENGTH;
    return stream.slice(offset, offset + ReadingCodec.RECORD_LENGTH);
  }
}
