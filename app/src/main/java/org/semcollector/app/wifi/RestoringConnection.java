package org.semcollector.app.wifi;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.wifi.manual.MeterNetwork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A joined meter that is left once; who asks again is told what came of it.
public abstract class RestoringConnection implements WifiAdapter.Connection {
  private static final Logger LOG = LoggerFactory.getLogger(RestoringConnection.class);

  private final Object adapter;
  private final JoinedNetwork network;
  private final InetAddress localAddress;
  private final Duration standardLimit;
  private @Nullable Restored restored;
  private @Nullable WifiException failed;

  /// @param adapter whose monitor puts its calls and those of its connections in a row
  /// @param standardLimit for [#close]
  protected RestoringConnection(Object adapter, JoinedNetwork network, InetAddress localAddress,
      Duration standardLimit) {
    this.adapter = adapter;
    this.network = network;
    this.localAddress = localAddress;
    this.standardLimit = standardLimit;
  }

  /// Leaves the meter. Called at most once, with the adapter's monitor held.
  protected abstract Restored leave(Duration limit) throws WifiException;

  @Override
  public final URI meterUri() {
    return MeterNetwork.WEB_SERVER;
  }

  @Override
  public final JoinedNetwork network() {
    return network;
  }

  @Override
  public final Optional<InetAddress> localAddress() {
    return Optional.of(localAddress);
  }

  @Override
  public final Restored restore(Duration limit) throws WifiException {
    synchronized (adapter) {
      WifiException before = failed;
      if (before != null)
        throw before;
      Restored known = restored;
      if (known != null)
        return known;
      try {
        Restored now = leave(limit);
        restored = now;
        return now;
      } catch (WifiException e) {
        failed = e;
        throw e;
      }
    }
  }

  @Override
  public final void close() {
    try {
      restore(standardLimit);
    } catch (WifiException e) {
      LOG.warn("after {}: {}", network.name(), e.getMessage());
    }
  }
}
