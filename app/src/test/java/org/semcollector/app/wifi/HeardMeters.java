package org.semcollector.app.wifi;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.task.Progress;

/// A radio that hears these meters and joins none.
public record HeardMeters(List<AccessPoint> heard) implements WifiAdapter {
  @Override
  public WifiAbility ability() {
    return WifiAbility.ALL;
  }

  @Override
  public List<AccessPoint> scan(Duration limit, Progress progress) {
    return heard;
  }

  @Override
  public Optional<JoinedNetwork> current() {
    return Optional.empty();
  }

  @Override
  public Connection join(JoinRequest request, Progress progress) throws WifiException {
    throw new WifiException(new WifiFailure.NotFound(request.meter().ssid()));
  }

  @Override
  public void close() {
    // nothing was opened
  }
}
