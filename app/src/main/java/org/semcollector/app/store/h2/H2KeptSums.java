package org.semcollector.app.store.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.semcollector.app.store.KeptSums;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Ssid;

/// Rows of `kept_month` and `kept_days`.
final class H2KeptSums implements KeptSums {
  private static final int METER_SHIFT = 16;

  private record Row(long id, Bytes sums) {
    YearMonth month() {
      int months = (int) id & (1 << METER_SHIFT) - 1;
      return YearMonth.of(months / 12, months % 12 + 1);
    }
  }

  private final Connections connections;

  H2KeptSums(Connections connections) {
    this.connections = connections;
  }

  @Override
  public void forEach(Ssid ssid, Part part, YearMonth first, YearMonth last, Rows rows) throws StoreException {
    connections.scan(connection -> {
      Optional<Integer> meter = MeterIds.find(connection, ssid);
      if (meter.isPresent())
        rows(connection, part, id(meter.get(), first), id(meter.get(), last))
            .forEach(row -> rows.take(ssid, row.month(), row.sums()));
    });
  }

  @Override
  public void forEach(Part part, YearMonth first, YearMonth last, Rows rows) throws StoreException {
    connections.scan(connection -> {
      Map<Integer, Ssid> meters = new HashMap<>();
      Sql.list(connection, row -> meters.put(row.getInt(1), new Ssid(row.getString(2))), "SELECT id, ssid FROM meter");
      for (Map.Entry<Integer, Ssid> meter : meters.entrySet())
        rows(connection, part, id(meter.getKey(), first), id(meter.getKey(), last))
            .forEach(row -> rows.take(meter.getValue(), row.month(), row.sums()));
    });
  }

  static Optional<Bytes> row(Connection connection, int meter, Part part, YearMonth month) throws SQLException {
    return rows(connection, part, id(meter, month), id(meter, month)).stream().map(Row::sums).findFirst();
  }

  static void keep(Connection connection, int meter, Part part, YearMonth month, Optional<Bytes> row)
      throws SQLException {
    if (row.isPresent())
      Sql.update(connection, "MERGE INTO " + table(part) + " KEY (id) VALUES (?, ?)", id(meter, month),
          row.get().toArray());
    else
      Sql.update(connection, "DELETE FROM " + table(part) + " WHERE id = ?", id(meter, month));
  }

  private static List<Row> rows(Connection connection, Part part, long first, long last) throws SQLException {
    return Sql.list(connection, row -> new Row(row.getLong(1), Bytes.copyOf(row.getBytes(2))),
        "SELECT id, sums FROM " + table(part) + " WHERE id BETWEEN ? AND ? ORDER BY id", first, last);
  }

  private static String table(Part part) {
    return switch (part) {
      case MONTH -> "kept_month";
      case DAYS -> "kept_days";
    };
  }

  private static long id(int meter, YearMonth month) {
    return (long) meter << METER_SHIFT | month.getYear() * 12L + month.getMonthValue() - 1;
  }
}
