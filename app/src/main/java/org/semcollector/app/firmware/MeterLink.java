package org.semcollector.app.firmware;

import java.net.URI;
import org.semcollector.app.wifi.WifiException;

/// The way to one meter, which goes away when the meter restarts.
public interface MeterLink extends AutoCloseable {
  /// Joins the meter's network, again if it was joined before; tells where the meter answers.
  URI join() throws WifiException;

  /// Restores what was before.
  @Override
  void close();

  /// A meter at an address that is reached without joining anything.
  static MeterLink at(URI uri) {
    return new MeterLink() {
      @Override
      public URI join() {
        return uri;
      }

      @Override
      public void close() {}
    };
  }
}
