package org.semcollector.app.store.h2;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.semcollector.app.store.ReadingKey;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.reading.DecodedReadings;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.ReadingCodec;
import org.semcollector.protocol.reading.SavePeriod;

/// Rows of `reading` on their way to values; the raw records of a page are decoded together.
final class ReadingRows {
  static final String COLUMNS = "r.id, r.record, r.raw, r.period_seconds, r.measured_at, r.earliest, r.latest, r.why";

  private record Columns(long key, long record, SavePeriod period, CorrectedTime time) {}

  private final Ssid ssid;
  private final List<Columns> columns = new ArrayList<>();
  private final ByteArrayOutputStream raw = new ByteArrayOutputStream();

  ReadingRows(Ssid ssid) {
    this.ssid = ssid;
  }

  /// Takes the current row of a query that selects [#COLUMNS] first.
  void add(ResultSet row) throws SQLException {
    var time = new CorrectedTime(Instant.ofEpochMilli(row.getLong(5)), Instant.ofEpochMilli(row.getLong(6)),
        Instant.ofEpochMilli(row.getLong(7)), Codes.why(row.getInt(8)));
    columns.add(new Columns(row.getLong(1), row.getLong(2), Codes.period(row.getInt(4)), time));
    raw.writeBytes(row.getBytes(3));
  }

  /// The stored readings of a meter with the largest keys, at most so many, keys ascending.
  static List<StoredReading> newest(Connection connection, int meter, Ssid ssid, int most) throws SQLException {
    var rows = new ReadingRows(ssid);
    Sql.list(connection, row -> {
      rows.add(row);
      return true;
    }, "SELECT " + COLUMNS + " FROM reading r WHERE r.id BETWEEN ? AND ? ORDER BY r.id DESC FETCH FIRST ? ROWS ONLY",
        ReadingKey.firstOf(meter), ReadingKey.lastOf(meter), most);
    return rows.readings().reversed();
  }

  /// The readings of the rows, same order.
  List<StoredReading> readings() throws SQLException {
    DecodedReadings decoded = ReadingCodec.decode(Bytes.copyOf(raw.toByteArray()));
    if (!(decoded instanceof DecodedReadings.Complete(List<Reading> readings)) || readings.size() != columns.size()) {
      throw new SQLException("stored records cannot be decoded: " + decoded);
    }
    var stored = new ArrayList<StoredReading>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      Columns row = columns.get(i);
      stored.add(new StoredReading(row.key(), ssid, row.record(), readings.get(i), row.period(), row.time()));
    }
    return stored;
  }
}
