package org.semcollector.app.meter.http;

import java.net.InetAddress;
import java.util.Optional;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/// Straight to the meter, never over a proxy, from the own address in its network where that is known.
final class OwnAddressRoutes extends DefaultRoutePlanner {
  private final Optional<InetAddress> own;

  OwnAddressRoutes(Optional<InetAddress> own) {
    super(null);
    this.own = own;
  }

  @Override
  protected @Nullable InetAddress determineLocalAddress(HttpHost firstHop, HttpContext context) {
    return own.orElse(null);
  }
}
