package org.semcollector.app.firmware;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiException;

/// The way over the air.
public final class WifiLink implements MeterLink {
  private final WifiAdapter wifi;
  private final AccessPoint accessPoint;
  private WifiAdapter.@Nullable Connection joined;

  public WifiLink(WifiAdapter wifi, AccessPoint accessPoint) {
    this.wifi = wifi;
    this.accessPoint = accessPoint;
  }

  @Override
  public URI join() throws WifiException {
    close();
    WifiAdapter.Connection connection = wifi.connect(accessPoint);
    joined = connection;
    return connection.meterUri();
  }

  @Override
  public void close() {
    WifiAdapter.Connection former = joined;
    joined = null;
    if (former != null)
      former.close();
  }
}
