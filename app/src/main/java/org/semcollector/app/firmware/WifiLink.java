package org.semcollector.app.firmware;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.MeterJoin;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiException;

/// The way over the air.
public final class WifiLink implements MeterLink {
  private final MeterJoin join;
  private final AccessPoint accessPoint;
  private WifiAdapter.@Nullable Connection joined;

  public WifiLink(MeterJoin join, AccessPoint accessPoint) {
    this.join = join;
    this.accessPoint = accessPoint;
  }

  @Override
  public URI join() throws WifiException {
    close();
    WifiAdapter.Connection connection = join.join(accessPoint, Progress.NONE);
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
