package org.semcollector.app.store.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.semcollector.app.store.ChangedTimes;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.VisitRow;
import org.semcollector.protocol.meter.Ssid;

/// Meters and visits. A meter's counts are kept with it; its first and last time come from its packs.
final class H2Meters implements MeterStore {
  private static final String METERS = """
      SELECT m.*, b.first_measured, b.last_measured
      FROM meter m LEFT JOIN (
        SELECT RSHIFT(first_key, 44) AS meter, MIN(first_measured) AS first_measured, MAX(last_measured) AS last_measured
        FROM reading_pack GROUP BY RSHIFT(first_key, 44)
      ) b ON b.meter = m.id
      """;

  private final Connections connections;
  private final ZoneId newMetersZone;
  private final ChangedTimes followers;

  H2Meters(Connections connections, ZoneId newMetersZone, ChangedTimes followers) {
    this.connections = connections;
    this.newMetersZone = newMetersZone;
    this.followers = followers;
  }

  @Override
  public List<MeterRow> meters() throws StoreException {
    return connections.read(connection -> Sql.list(connection, H2Meters::meter,
        METERS + "ORDER BY LOWER(COALESCE(m.name, m.ssid)), m.ssid"));
  }

  @Override
  public Optional<MeterRow> meter(Ssid ssid) throws StoreException {
    return connections
        .read(connection -> Sql.first(connection, H2Meters::meter, METERS + "WHERE m.ssid = ?", ssid.value()));
  }

  @Override
  public void rename(Ssid ssid, String name) throws StoreException {
    connections.write(connection -> Sql.update(connection, "UPDATE meter SET name = ? WHERE id = ?", name,
        MeterIds.require(connection, ssid, newMetersZone)));
  }

  @Override
  public void setZone(Ssid ssid, ZoneId zone) throws StoreException {
    connections.change(connection -> {
      int meter = MeterIds.require(connection, ssid, newMetersZone);
      Sql.update(connection, "UPDATE meter SET zone = ? WHERE id = ?", zone.getId(), meter);
      var changes = new Changes();
      changes.addAll(connection, meter);
      changes.tell(connections, connection, followers);
    });
  }

  @Override
  public List<VisitRow> visits(Optional<Ssid> ssid) throws StoreException {
    return connections.read(connection -> VisitRows.of(connection, ssid));
  }

  private static MeterRow meter(ResultSet row) throws SQLException {
    var ssid = new Ssid(row.getString("ssid"));
    return new MeterRow(ssid, Objects.requireNonNullElse(row.getString("name"), ssid.value()),
        ZoneId.of(row.getString("zone")), H2Transaction.token(row), Sql.integer(row, "firmware_version"),
        Sql.instant(row, "last_collected_at"), Optional.ofNullable(row.getString("last_outcome")),
        row.getLong("readings"), row.getLong("on_laptop") + row.getLong("accepted") + row.getLong("refused"),
        millis(row, "first_measured"), millis(row, "last_measured"));
  }

  private static Optional<Instant> millis(ResultSet row, String column) throws SQLException {
    return Sql.number(row, column).stream().mapToObj(Instant::ofEpochMilli).findFirst();
  }

  /// Rows of `visit`.
  static final class VisitRows {
    private static final String VISITS = "SELECT m.ssid, v.* FROM visit v JOIN meter m ON m.id = v.meter ";

    private VisitRows() {}

    static Optional<VisitRow> of(Connection connection, String reference) throws SQLException {
      return Sql.first(connection, VisitRows::visit, VISITS + "WHERE v.reference = ?", reference);
    }

    static List<VisitRow> of(Connection connection, Optional<Ssid> ssid) throws SQLException {
      String newestFirst = " ORDER BY v.started_at DESC, v.id DESC";
      return ssid.isPresent()
          ? Sql.list(connection, VisitRows::visit, VISITS + "WHERE m.ssid = ?" + newestFirst, ssid.get().value())
          : Sql.list(connection, VisitRows::visit, VISITS + newestFirst);
    }

    private static VisitRow visit(ResultSet row) throws SQLException {
      return new VisitRow(new Ssid(row.getString("ssid")), row.getString("reference"),
          Sql.instant(row, "started_at").orElseThrow(), Sql.instant(row, "ended_at"), row.getString("outcome"),
          row.getInt("new_readings"), row.getInt("known_readings"), row.getBoolean("erased"), row.getInt("outages"),
          row.getString("sentence"), H2Transaction.token(row));
    }
  }
}
