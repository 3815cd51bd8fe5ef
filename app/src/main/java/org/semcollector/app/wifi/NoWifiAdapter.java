package org.semcollector.app.wifi;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.task.Progress;

/// A laptop whose radio this program cannot steer; meters are joined in the system's own menu.
///
/// @param why what is missing
public record NoWifiAdapter(WifiFailure why) implements WifiAdapter {
  @Override
  public WifiAbility ability() {
    return WifiAbility.none(why);
  }

  @Override
  public List<AccessPoint> scan(Duration limit, Progress progress) throws WifiException {
    throw new WifiException(why);
  }

  @Override
  public Optional<JoinedNetwork> current() throws WifiException {
    throw new WifiException(why);
  }

  @Override
  public Connection join(JoinRequest request, Progress progress) throws WifiException {
    throw new WifiException(why);
  }

  @Override
  public void close() {
    // nothing was opened
  }
}
