package org.semcollector.app.wifi;

import java.net.URI;
import java.util.List;

/// The laptop's radio, or a simulated one.
public interface WifiAdapter {
  /// The meters in range.
  List<AccessPoint> scan() throws WifiException;

  /// Joins a meter's access point; closing the connection restores what was before.
  Connection connect(AccessPoint accessPoint) throws WifiException;

  /// A joined meter.
  interface Connection extends AutoCloseable {
    /// Where the meter's web server answers.
    URI meterUri();

    @Override
    void close();
  }
}
