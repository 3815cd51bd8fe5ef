package org.semcollector.app.wifi.macos;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.JoinRequest;
import org.semcollector.app.wifi.JoinedNetwork;
import org.semcollector.app.wifi.Restored;
import org.semcollector.app.wifi.WifiException;

/// A way to steer the radio of a Mac.
interface MacWay {
  /// Meters in range.
  List<AccessPoint> scan(Duration limit, Progress progress) throws WifiException;

  /// The network this computer is in; empty when in none, or where it is not told.
  Optional<JoinedNetwork> current() throws WifiException;

  /// Joins a meter's radio. When it throws, nobody has gone back yet.
  JoinedNetwork join(JoinRequest request, Progress progress) throws WifiException;

  /// Leaves a meter for what was before it.
  ///
  /// @param meter the network to leave
  Restored leave(MacFormer former, JoinedNetwork meter, Duration limit) throws WifiException;
}
