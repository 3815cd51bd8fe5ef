package org.semcollector.app.store.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import org.semcollector.protocol.meter.Ssid;

/// A meter's number in this database.
final class MeterIds {
  private MeterIds() {}

  static Optional<Integer> find(Connection connection, Ssid ssid) throws SQLException {
    return Sql.first(connection, row -> row.getInt(1), "SELECT id FROM meter WHERE ssid = ?", ssid.value());
  }

  /// The meter that has a number.
  static Ssid ssid(Connection connection, int meter) throws SQLException {
    return Sql.first(connection, row -> new Ssid(row.getString(1)), "SELECT ssid FROM meter WHERE id = ?", meter)
        .orElseThrow(() -> new SQLException("there is no meter " + meter));
  }

  /// The zone in whose days a meter's people live.
  static ZoneId zone(Connection connection, int meter) throws SQLException {
    return Sql.first(connection, row -> ZoneId.of(row.getString(1)), "SELECT zone FROM meter WHERE id = ?", meter)
        .orElseThrow(() -> new SQLException("there is no meter " + meter));
  }

  /// The number; a meter not known yet gets the next one.
  static int require(Connection connection, Ssid ssid, ZoneId zone) throws SQLException {
    Optional<Integer> known = find(connection, ssid);
    if (known.isPresent())
      return known.get();
    Sql.update(connection, "INSERT INTO meter (id, ssid, zone) SELECT COALESCE(MAX(id), 0) + 1, ?, ? FROM meter",
        ssid.value(), zone.getId());
    return find(connection, ssid).orElseThrow(() -> new SQLException("meter " + ssid + " was not inserted"));
  }
}
