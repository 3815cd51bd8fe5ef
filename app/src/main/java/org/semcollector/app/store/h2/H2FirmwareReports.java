package org.semcollector.app.store.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.store.FirmwareReport;
import org.semcollector.app.store.FirmwareReports;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.meter.Ssid;

/// The table `firmware_report`.
final class H2FirmwareReports implements FirmwareReports {
  private static final String OF_METER = "SELECT r.* FROM firmware_report r JOIN meter m ON m.id = r.meter WHERE m.ssid = ? ";

  private final Connections connections;

  H2FirmwareReports(Connections connections) {
    this.connections = connections;
  }

  @Override
  public List<FirmwareReport> of(Ssid ssid, Mark mark) throws StoreException {
    return connections.read(connection -> Sql.list(connection, row -> report(ssid, row),
        OF_METER + "AND mark = ? ORDER BY at", ssid.value(), mark.name()));
  }

  @Override
  public void mark(List<FirmwareReport> reports, Mark mark) throws StoreException {
    connections.change(connection -> {
      for (FirmwareReport report : reports) {
        // one that was told anew meanwhile is another one
        Sql.update(connection, """
            UPDATE firmware_report SET mark = ?
            WHERE meter = (SELECT id FROM meter WHERE ssid = ?) AND at = ? AND state = ? AND sha256 = ?""",
            mark.name(), report.ssid().value(), report.at().toEpochMilli(), report.state().name(), report.sha256());
      }
    });
  }

  @Override
  public void again(Ssid ssid, Mark mark) throws StoreException {
    connections.change(connection -> Sql.update(connection, """
        UPDATE firmware_report SET mark = ? WHERE meter = (SELECT id FROM meter WHERE ssid = ?) AND mark = ?""",
        Mark.ON_LAPTOP.name(), ssid.value(), mark.name()));
  }

  static void add(Connection connection, int meter, FirmwareReport report) throws SQLException {
    Sql.update(connection, """
        MERGE INTO firmware_report (meter, at, state, number, sha256, runs, error, mark) KEY (meter, at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", meter, report.at().toEpochMilli(), report.state().name(), report.number(),
        report.sha256(), report.runs(), report.error(), Mark.ON_LAPTOP.name());
  }

  static Optional<FirmwareReport> last(Connection connection, Ssid ssid) throws SQLException {
    return Sql.first(connection, row -> report(ssid, row), OF_METER + "ORDER BY at DESC FETCH FIRST ROW ONLY",
        ssid.value());
  }

  private static FirmwareReport report(Ssid ssid, ResultSet row) throws SQLException {
    return new FirmwareReport(ssid, Instant.ofEpochMilli(row.getLong("at")),
        FirmwareReport.State.valueOf(row.getString("state")), row.getInt("number"), row.getString("sha256"),
        Sql.integer(row, "runs"), row.getString("error"));
  }
}
