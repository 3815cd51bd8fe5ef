package org.semcollector.app.store;

import java.util.ArrayList;
import java.util.List;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;

/// Numbers new readings, adds their energy up, keeps their times distinct, and stores them.
record ReadingBatch(IngestTransaction tx, MeterState meter, int epoch) {

  /// @param positions where the readings stand in the stream
  /// @param parts their times, all together one per reading, same order
  List<NewReading> insert(Bytes stream, List<Integer> positions, List<Reading> readings, List<SavePeriod> periods,
      List<TimedPart> parts) throws StoreException {
    var all = new ArrayList<NewReading>(positions.size());
    ChannelEnergy energy = meter.energy();
    var unique = UniqueTimes.of(tx, meter.id(), parts.stream().flatMap(part -> part.times().stream()).toList());
    for (TimedPart part : parts) {
      int from = all.size();
      for (var time : part.times()) {
        int n = all.size();
        Reading reading = readings.get(n);
        energy = energy.plus(reading.channel(), periods.get(n).energyKwh(reading));
        all.add(new NewReading(new ReadingKey(meter.id(), epoch, positions.get(n)), meter.readings() + n,
            StreamMatch.record(stream, positions.get(n)), periods.get(n), unique.take(time),
            energy.of(reading.channel())));
      }
      tx.insert(part.stretch(), all.subList(from, all.size()));
    }
    tx.save(meter.withReadings(meter.readings() + all.size(), energy));
    return all;
  }
}
