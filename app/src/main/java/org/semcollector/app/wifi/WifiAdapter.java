package org.semcollector.app.wifi;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.task.Progress;

/// The laptop's radio, or a simulated one. Every call waits for the operating system: none belongs on the FX thread.
/// One meter is joined at a time; calls from several threads are put in a row by the adapter.
///
/// Whoever waits asks [Progress#cancelled] at least every 100 ms and then ends with [WifiFailure.Cancelled], leaving
/// nothing behind.
public interface WifiAdapter extends AutoCloseable {
  /// The time a scan may take on the slowest system.
  Duration SCAN_LIMIT = Duration.ofSeconds(15);

  /// What this adapter can do on this computer now. Cheap; asks nobody for anything.
  WifiAbility ability();

  /// Listens for meters and returns those heard, the strongest first: after a fresh scan, or what there is at the limit.
  List<AccessPoint> scan(Duration limit, Progress progress) throws WifiException;

  /// The network this computer is in now over Wi-Fi, a meter's or any other; empty when in none.
  Optional<JoinedNetwork> current() throws WifiException;

  /// Joins a meter's access point. When it throws, the former network is back already, or its return was asked for.
  Connection join(JoinRequest request, Progress progress) throws WifiException;

  /// Leaves a meter that is still joined and gives everything back. Doing it again does nothing.
  @Override
  void close();

  /// A joined meter.
  interface Connection extends AutoCloseable {
    /// Where the meter's web server answers.
    URI meterUri();

    /// Who was joined, as the operating system tells it after joining; without a BSSID where it does not say.
    JoinedNetwork network();

    /// The own address in the meter's network, to which a request is bound where the system chooses the way by it;
    /// empty where the way is certain without it.
    Optional<InetAddress> localAddress();

    /// The link-layer address behind [#meterUri] in lower-case hex with colons, as the system's table of neighbours tells
    /// it after something was sent there; empty where it does not tell. Another one than the joined radio's: somebody
    /// else answers at the address that all meters share.
    default Optional<String> neighbour() {
      return Optional.empty();
    }

    /// Goes back to the former network and waits until it is there, at most so long. Doing it again does nothing and
    /// returns the same.
    ///
    /// @throws WifiException [WifiFailure.RestoreFailed] when it is not back in time; the system goes on trying
    Restored restore(Duration limit) throws WifiException;

    /// [#restore] with the standard limit; a failure is logged.
    @Override
    void close();
  }
}
