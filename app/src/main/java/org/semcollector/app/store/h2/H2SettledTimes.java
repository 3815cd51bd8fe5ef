package org.semcollector.app.store.h2;

import java.util.HashMap;
import java.util.Map;
import org.semcollector.app.store.SettledTimes;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.meter.Ssid;

/// The table `settled_times`.
final class H2SettledTimes implements SettledTimes {
  private final Connections connections;

  H2SettledTimes(Connections connections) {
    this.connections = connections;
  }

  @Override
  public Map<Ssid, String> marks() throws StoreException {
    return connections.read(connection -> {
      var marks = new HashMap<Ssid, String>();
      Sql.list(connection, row -> Map.entry(new Ssid(row.getString(1)), row.getString(2)),
          "SELECT ssid, mark FROM settled_times JOIN meter ON meter.id = settled_times.meter")
          .forEach(mark -> marks.put(mark.getKey(), mark.getValue()));
      return marks;
    });
  }

  @Override
  public void mark(Ssid ssid, String mark) throws StoreException {
    connections.change(connection -> Sql.update(connection,
        "MERGE INTO settled_times (meter, mark) KEY (meter) SELECT id, CAST(? AS VARCHAR) FROM meter WHERE ssid = ?",
        mark, ssid.value()));
  }
}
