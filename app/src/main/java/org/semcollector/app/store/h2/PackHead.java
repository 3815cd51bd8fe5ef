package org.semcollector.app.store.h2;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.semcollector.app.store.ChannelEnergy;
import org.semcollector.app.store.ReadingKey;
import org.semcollector.protocol.Bytes;

/// A row of `reading_pack`: what a query looks at before it unpacks anything.
///
/// @param firstKey key of the first reading
/// @param lastKey key of the last reading
/// @param readings how many there are
/// @param firstRecord running number of the first reading within the meter; the others follow it
/// @param firstMeasured smallest measured time, ms since 1970
/// @param lastMeasured largest measured time
/// @param before energy of the meter's channels before the pack
/// @param layout see [org.semcollector.app.store.pack.Layout]
/// @param states see [org.semcollector.app.store.pack.OutboxStates]
record PackHead(long firstKey, long lastKey, int readings, long firstRecord, long firstMeasured, long lastMeasured,
    ChannelEnergy before, Bytes layout, Bytes states) {
  static final String COLUMNS = """
      p.first_key, p.last_key, p.readings, p.first_record, p.first_measured, p.last_measured,
      p.channel_1_kwh, p.channel_2_kwh, p.channel_3_kwh, p.layout, p.states
      """;

  static PackHead of(ResultSet row) throws SQLException {
    return new PackHead(row.getLong(1), row.getLong(2), row.getInt(3), row.getLong(4), row.getLong(5), row.getLong(6),
        new ChannelEnergy(row.getDouble(7), row.getDouble(8), row.getDouble(9)), Bytes.copyOf(row.getBytes(10)),
        Bytes.copyOf(row.getBytes(11)));
  }

  ReadingKey first() {
    return ReadingKey.of(firstKey);
  }

  int meter() {
    return first().meter();
  }
}
