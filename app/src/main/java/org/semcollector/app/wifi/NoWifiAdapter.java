package org.semcollector.app.wifi;

import java.util.List;

/// A laptop without a radio this program can steer.
public final class NoWifiAdapter implements WifiAdapter {
  private static final String REMEDY = "No Wi-Fi adapter that this program can steer was found. Join the meter's network "
      + "in the system's Wi-Fi menu, then run: sem collect --url http://10.0.0.1 --ssid SEM-… (the network's name).";

  @Override
  public List<AccessPoint> scan() throws WifiException {
    throw new WifiException(WifiException.Kind.NO_ADAPTER, REMEDY);
  }

  @Override
  public Connection connect(AccessPoint accessPoint) throws WifiException {
    throw new WifiException(WifiException.Kind.NO_ADAPTER, REMEDY);
  }
}
