package org.semcollector.app.ui.shell;

import java.util.List;
import org.semcollector.protocol.meter.Ssid;

/// Goes from a meter, wherever it is shown, to the screens that work on it. Called on the screen's thread.
public interface MeterScreens {
  /// Verdict, history, notes and operations of a meter.
  void details(Ssid meter);

  /// The set-up of a meter, known or not.
  void setUp(Ssid meter);

  /// Updates of these meters; the package is chosen there.
  void firmware(List<Ssid> meters);

  /// The charts of a meter.
  void charts(Ssid meter);

  /// The time line of a meter.
  void time(Ssid meter);
}
