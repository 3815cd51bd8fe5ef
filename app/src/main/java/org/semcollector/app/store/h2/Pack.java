package org.semcollector.app.store.h2;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.List;
import org.h2.api.ErrorCode;
import org.semcollector.app.store.ChannelEnergy;
import org.semcollector.app.store.NewReading;
import org.semcollector.app.store.ReadingKey;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.store.pack.Layout;
import org.semcollector.app.store.pack.OutboxStates;
import org.semcollector.app.store.pack.PackException;
import org.semcollector.app.store.pack.RecordCodec;
import org.semcollector.app.store.pack.Records;
import org.semcollector.app.store.pack.TimeCodec;
import org.semcollector.app.store.pack.Times;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.reading.ReadingCodec;

/// Neighbouring readings of one epoch, unpacked. Not shared between threads.
final class Pack {
  /// More readings are not put into one pack.
  static final int LENGTH = 1024;

  private final ReadingKey first;
  private final long firstRecord;
  private final ChannelEnergy before;
  private final Layout layout;
  private final Records records;
  private final long[] stamps;
  private final Times times;
  private final OutboxStates states;

  private Pack(ReadingKey first, long firstRecord, ChannelEnergy before, Layout layout, Records records, Times times,
      OutboxStates states) {
    this.first = first;
    this.firstRecord = firstRecord;
    this.before = before;
    this.layout = layout;
    this.records = records;
    this.stamps = records.stamps();
    this.times = times;
    this.states = states;
  }

  /// New readings, at most [#LENGTH].
  static Pack of(List<NewReading> readings, ChannelEnergy before) {
    var records = ByteBuffer.allocate(readings.size() * ReadingCodec.RECORD_LENGTH);
    readings.forEach(reading -> records.put(reading.raw().buffer()));
    return new Pack(readings.getFirst().key(), readings.getFirst().record(), before, Layout.of(readings),
        Records.of(records.array()), Times.of(readings.stream().map(NewReading::time).toList()),
        OutboxStates.onLaptop(readings.size()));
  }

  static Pack of(PackHead head, byte[] packedRecords, byte[] packedTimes) throws SQLException {
    try {
      Records records = RecordCodec.unpack(packedRecords, head.readings());
      records.check();
      return new Pack(head.first(), head.firstRecord(), head.before(), layout(head), records,
          TimeCodec.unpack(packedTimes, records.stamps()), states(head));
    } catch (PackException e) {
      throw damaged(e);
    }
  }

  /// @throws SQLException unless a meter can have sent all of it
  void check() throws SQLException {
    try {
      records.check();
    } catch (PackException e) {
      throw damaged(e);
    }
  }

  static Layout layout(PackHead head) throws SQLException {
    try {
      return Layout.unpack(head.layout().toArray(), head.first().position(), head.readings());
    } catch (PackException e) {
      throw damaged(e);
    }
  }

  static OutboxStates states(PackHead head) throws SQLException {
    try {
      return OutboxStates.unpack(head.states().toArray(), head.readings());
    } catch (PackException e) {
      throw damaged(e);
    }
  }

  static SQLException damaged(Exception cause) {
    return new SQLException(cause.getMessage(), "", ErrorCode.FILE_CORRUPTED_1, cause);
  }

  /// With readings that follow in the same epoch.
  Pack and(Pack more) {
    return new Pack(first, firstRecord, before, layout.and(more.layout), records.and(more.records),
        times.and(more.times), states.and(more.states));
  }

  /// With other times from one reading on.
  Pack withTimes(int from, Times others) {
    return new Pack(first, firstRecord, before, layout, records, times.with(from, others), states);
  }

  int count() {
    return stamps.length;
  }

  int meter() {
    return first.meter();
  }

  long firstKey() {
    return first.value();
  }

  long key(int i) {
    return new ReadingKey(first.meter(), first.epoch(), layout.position(i)).value();
  }

  long record(int i) {
    return firstRecord + i;
  }

  long[] stamps() {
    return stamps;
  }

  Times times() {
    return times;
  }

  OutboxStates states() {
    return states;
  }

  Layout layout() {
    return layout;
  }

  ChannelEnergy before() {
    return before;
  }

  byte[] packedRecords() {
    return RecordCodec.pack(records);
  }

  byte[] packedTimes() {
    return TimeCodec.pack(times, stamps);
  }

  /// The verbatim record of a reading.
  Bytes raw(int i) {
    return records.raw(i);
  }

  Records records() {
    return records;
  }

  StoredReading reading(Ssid ssid, int i) {
    return new StoredReading(key(i), ssid, record(i), records.reading(i), layout.period(i), times.get(i));
  }

  /// For each reading the energy of its channel up to and with it, kWh.
  double[] totals() {
    var totals = new double[count()];
    ChannelEnergy energy = before;
    for (int i = 0; i < totals.length; i++) {
      energy = with(energy, i);
      totals[i] = energy.of(records.channel(i));
    }
    return totals;
  }

  /// The energy of the channels before a reading and with it.
  ChannelEnergy with(ChannelEnergy energy, int i) {
    return energy.plus(records.channel(i), layout.period(i).energyKwh(records.intervalEnergyKwh(i)));
  }
}
