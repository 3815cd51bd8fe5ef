package org.semcollector.app.wifi.networkmanager;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.freedesktop.dbus.types.Variant;
import org.semcollector.app.wifi.WifiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a radio hears. NetworkManager's list is new only when a scan is finished; it then changes `LastScan`.
record Listening(NmBus bus, WifiDevice device, SystemUptime uptime) {
  private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
  /// A list so young needs no other scan when NetworkManager refuses one.
  private static final Duration FRESH = Duration.ofSeconds(10);

  /// Scans, and returns what is heard then; or what there is when this patience is at its end.
  List<HeardRadio> scan(Patience patience) throws NmException, WifiException {
    long before = lastScan();
    boolean refused = !ask();
    while (lastScan() == before && !(refused && isFresh(before)) && !patience.over()) {
      patience.checkWanted();
      patience.pause();
    }
    return heard();
  }

  /// @return whether it was accepted. It is refused while another scan runs or has just run: then that one is waited for
  private boolean ask() throws NmException, WifiException {
    try {
      bus.call(device.path(), NmNames.WIRELESS, "RequestScan", "a{sv}", new HashMap<String, Variant<?>>());
      return true;
    } catch (NmException e) {
      if (e.isDenied() || e.isMissing())
        throw e;
      LOG.debug("no scan of our own", e);
      return false;
    }
  }

  /// Milliseconds since the computer started; -1 for never.
  private long lastScan() throws NmException, WifiException {
    return Values.number(reader().get(device.path(), NmNames.WIRELESS, "LastScan"));
  }

  /// Reading what there is must work when the time for the scan is up.
  private NmBus reader() {
    Patience patience = bus.patience();
    return bus.with(Patience.of(patience.doing(), NmWifiAdapter.ANSWER, patience.progress()));
  }

  private boolean isFresh(long scanned) {
    try {
      return scanned >= 0 && uptime.now().minusMillis(scanned).compareTo(FRESH) < 0;
    } catch (IOException e) {
      return false;
    }
  }

  /// What was heard lately, the strongest first.
  List<HeardRadio> heard() throws NmException, WifiException {
    NmBus reader = reader();
    var found = new ArrayList<HeardRadio>();
    for (String path : Values.paths(reader.call(device.path(), NmNames.WIRELESS, "GetAllAccessPoints", "")[0]))
      about(reader, path).ifPresent(found::add);
    found.sort(Comparator.comparingInt(HeardRadio::signalDbm).reversed());
    return found;
  }

  /// The access point the radio is in now.
  Optional<HeardRadio> joined() throws NmException, WifiException {
    NmBus reader = reader();
    String path = Values.path(reader.get(device.path(), NmNames.WIRELESS, "ActiveAccessPoint"));
    return path.equals(NmNames.NONE) ? Optional.empty() : about(reader, path);
  }

  /// Empty when the access point has gone since it was listed.
  private Optional<HeardRadio> about(NmBus reader, String path) throws WifiException {
    try {
      return Optional.of(HeardRadio.of(path, reader.all(path, NmNames.ACCESS_POINT), uptime))
          .filter(radio -> !radio.name().isEmpty());
    } catch (NmException e) {
      LOG.debug("{} has gone", path, e);
      return Optional.empty();
    }
  }
}
