package org.semcollector.app.wifi.networkmanager;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.JoinRequest;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.protocol.meter.Ssid;

/// A program that joins a meter, says so, and then only stays: `<bus> <ssid> <password>`.
final class JoinAndStay {
  static final String JOINED = "joined ";

  /// An emulated processor is slow.
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private JoinAndStay() {}

  public static void main(String[] args) throws WifiException, IOException {
    var adapter = new NmWifiAdapter(args[0], System.getProperty("user.name"));
    var request = new JoinRequest(AccessPoint.named(new Ssid(args[1])), Optional.of(new Secret(args[2])),
        LIMIT);
    System.out.println(JOINED + adapter.join(request, Progress.NONE).network().name());
    while (System.in.read() >= 0) {
      // until the other end is closed
    }
  }
}
