package org.semcollector.app.ui.meters;

import java.net.URI;
import java.util.List;
import org.semcollector.protocol.meter.Ssid;

/// Where one can go from the list of meters.
public interface MeterWays {
  void details(Ssid meter);

  void charts(Ssid meter);

  void time(Ssid meter);

  void setUp(Ssid meter);

  void firmware(List<Ssid> meters);

  /// The walk through the site.
  void walk();

  /// Opens a page of the system's settings.
  void systemPage(URI page);
}
