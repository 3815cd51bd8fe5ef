package org.semcollector.app.simulated;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.semcollector.app.wifi.JoinedNetwork;
import org.semcollector.app.wifi.Restored;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.protocol.simulator.SimulatedRadio;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A joined simulated meter.
final class SimulatedConnection implements WifiAdapter.Connection {
  private static final Logger LOG = LoggerFactory.getLogger(SimulatedConnection.class);

  private final SimulatedWifi wifi;
  private final JoinedNetwork network;
  private final SimulatedRadio answering;
  private final Optional<String> formerNetwork;

  /// @param answering the meter that answers; another one than was joined where two have the same address
  SimulatedConnection(SimulatedWifi wifi, JoinedNetwork network, SimulatedRadio answering,
      Optional<String> formerNetwork) {
    this.wifi = wifi;
    this.network = network;
    this.answering = answering;
    this.formerNetwork = formerNetwork;
  }

  @Override
  public JoinedNetwork network() {
    return network;
  }

  @Override
  public URI meterUri() {
    return answering.server().uri();
  }

  @Override
  public Optional<InetAddress> localAddress() {
    return Optional.empty();
  }

  @Override
  public Optional<String> neighbour() {
    return Optional.of(answering.ssid().mac());
  }

  @Override
  public Restored restore(Duration limit) throws WifiException {
    if (!wifi.leave(this))
      throw new WifiException(new WifiFailure.RestoreFailed(formerNetwork));
    return new Restored(formerNetwork);
  }

  @Override
  public void close() {
    try {
      restore(Duration.ZERO);
    } catch (WifiException e) {
      LOG.warn("the former network is not back: {}", e.getMessage());
    }
  }
}
