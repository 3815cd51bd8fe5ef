package org.semcollector.app.store.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.semcollector.app.store.Restarts;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.meter.Ssid;

/// The table `restart`.
final class H2Restarts implements Restarts {
  private final Connections connections;

  H2Restarts(Connections connections) {
    this.connections = connections;
  }

  @Override
  public List<Restart> of(Ssid ssid) throws StoreException {
    return connections.read(connection -> of(connection, ssid));
  }

  static List<Restart> of(Connection connection, Ssid ssid) throws SQLException {
    return Sql.list(connection,
        row -> new Restart(Sql.instant(row, "from_at").orElseThrow(), Sql.instant(row, "to_at").orElseThrow(),
            Sql.integer(row, "version_before"), Sql.integer(row, "version_after")),
        """
            SELECT from_at, to_at, version_before, version_after
            FROM restart JOIN meter ON meter.id = restart.meter WHERE ssid = ? ORDER BY from_at""",
        ssid.value());
  }
}
