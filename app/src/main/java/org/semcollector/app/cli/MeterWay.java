package org.semcollector.app.cli;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.firmware.MeterLink;
import org.semcollector.app.firmware.WifiLink;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.MeterJoin;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.protocol.meter.Ssid;

/// The way to a meter that a command was told: an address, or the air.
record MeterWay(MeterLink link) implements AutoCloseable {
  static MeterWay to(Ssid meter, @Nullable URI url, Services services) throws CliException, WifiException {
    if (url != null)
      return new MeterWay(MeterLink.at(url));
    for (AccessPoint accessPoint : services.wifi().scan(WifiAdapter.SCAN_LIMIT, Progress.NONE)) {
      if (accessPoint.ssid().equals(meter))
        return new MeterWay(new WifiLink(new MeterJoin(services.wifi(), services.passphrases()), accessPoint));
    }
    throw new CliException(meter + " is not in range. Nothing was changed; go nearer and try again.");
  }

  URI join() throws WifiException {
    return link.join();
  }

  @Override
  public void close() {
    link.close();
  }
}
