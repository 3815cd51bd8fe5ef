package org.semcollector.app.wifi.networkmanager;

import java.time.Duration;
import java.util.Optional;
import org.freedesktop.dbus.DBusPath;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.Restored;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the radio was used for before a meter was joined, and the way back.
///
/// @param profile the profile to use again; empty when there was none, or one that goes with its use
/// @param active its use; "/" for none
/// @param name of the network, for people
record FormerNetwork(WifiDevice device, Optional<String> profile, String active, String name) {
  private static final Logger LOG = LoggerFactory.getLogger(FormerNetwork.class);
  private static final long VOLATILE = 4;
  private static final long ACTIVATED = 2;
  private static final long DEACTIVATED = 4;

  static FormerNetwork of(Listening radio) throws NmException, WifiException {
    NmBus bus = radio.bus();
    WifiDevice device = radio.device();
    if (!device.isUsed())
      return new FormerNetwork(device, Optional.empty(), NmNames.NONE, "");
    try {
      String profile = Values.path(bus.get(device.active(), NmNames.ACTIVE, "Connection"));
      boolean goesWithItsUse = (Values.number(bus.get(profile, NmNames.PROFILE, "Flags")) & VOLATILE) != 0;
      Optional<HeardRadio> joined = radio.joined();
      String name = joined.isPresent()
          ? joined.get().name()
          : Values.text(bus.get(device.active(), NmNames.ACTIVE, "Id"));
      return new FormerNetwork(device, goesWithItsUse ? Optional.empty() : Optional.of(profile), device.active(), name);
    } catch (NmException e) {
      LOG.info("the network {} was in ends just now", device.interfaceName(), e);
      return new FormerNetwork(device, Optional.empty(), NmNames.NONE, "");
    }
  }

  /// Asks for the way back and does not wait for its end. Asks nothing when the radio is still where it was.
  ///
  /// @param meter the meter's use of the radio; empty when it is not known
  void ask(NmBus joined, Optional<String> meter) {
    NmBus bus = joined.with(Patience.of("going back", NmWifiAdapter.ANSWER, Progress.NONE));
    try {
      String now = Values.path(bus.get(device.path(), NmNames.DEVICE, "ActiveConnection"));
      if (profile.isPresent() && !now.equals(active))
        activate(bus);
      else if (meter.isPresent() && now.equals(meter.get()))
        deactivate(bus, meter.get());
    } catch (NmException | WifiException e) {
      LOG.warn("NetworkManager must find the former network by itself", e);
    }
  }

  /// Goes back and waits until it is there.
  Restored restore(NmBus joined, String meter, Duration limit) throws WifiException {
    NmBus bus = joined.with(Patience.of("going back", limit, Progress.NONE));
    try {
      if (profile.isEmpty()) {
        deactivate(bus, meter);
        return new Restored(Optional.empty());
      }
      await(bus, activate(bus));
      return new Restored(Optional.of(name));
    } catch (NmException | WifiException e) {
      throw new WifiException(new WifiFailure.RestoreFailed(profile.map(_ -> name)), e);
    }
  }

  private String activate(NmBus bus) throws NmException, WifiException {
    return Values.path(bus.call(NmNames.ROOT, NmNames.NM, "ActivateConnection", "ooo",
        new DBusPath(profile.orElseThrow()), new DBusPath(device.path()),
        new DBusPath(NmNames.NONE))[0]);
  }

  private static void await(NmBus bus, String back) throws NmException, WifiException {
    while (true) {
      long state = Values.number(bus.get(back, NmNames.ACTIVE, "State"));
      if (state == ACTIVATED)
        return;
      if (state == DEACTIVATED)
        throw new NmException("", "the former network was left again");
      bus.patience().check();
      bus.patience().pause();
    }
  }

  /// A meter's network that is left already needs no leaving.
  private static void deactivate(NmBus bus, String meter) throws NmException, WifiException {
    try {
      bus.call(NmNames.ROOT, NmNames.NM, "DeactivateConnection", "o", new DBusPath(meter));
    } catch (NmException e) {
      if (!e.isNotActive())
        throw e;
    }
  }
}
