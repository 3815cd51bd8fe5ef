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
  /// About three seconds.
  private static final int IDLE_STEPS = 60;

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
    boolean asked = false;
    try {
      if (profile.isEmpty()) {
        deactivate(bus, meter);
        return new Restored(Optional.empty());
      }
      activate(bus);
      asked = true;
      await(bus);
      return new Restored(Optional.of(name));
    } catch (NmException | WifiException e) {
      leave(joined, meter, asked);
      throw new WifiException(new WifiFailure.RestoreFailed(profile.map(_ -> name)), e);
    }
  }

  /// Whatever becomes of the former network, the meter's is left.
  ///
  /// @param asked the former network was asked for, so the meter's is being left for it
  private void leave(NmBus joined, String meter, boolean asked) {
    NmBus bus = joined.with(Patience.of("leaving", NmWifiAdapter.ANSWER, Progress.NONE));
    try {
      if (!asked)
        deactivate(bus, meter);
      while (Values.path(bus.get(device.path(), NmNames.DEVICE, "ActiveConnection")).equals(meter)) {
        bus.patience().check();
        bus.patience().pause();
      }
    } catch (NmException | WifiException e) {
      LOG.warn("{} is left when this connection to the bus ends", meter, e);
    }
  }

  private void activate(NmBus bus) throws NmException, WifiException {
    bus.call(NmNames.ROOT, NmNames.NM, "ActivateConnection", "ooo", new DBusPath(profile.orElseThrow()),
        new DBusPath(device.path()), new DBusPath(NmNames.NONE));
  }

  /// A network may need more than one attempt: it is asked for again when the radio has been free for a while, in case
  /// it does not come by itself.
  private void await(NmBus bus) throws NmException, WifiException {
    int idle = 0;
    while (!isBack(bus)) {
      idle = isIdle(bus) ? idle + 1 : 0;
      if (idle >= IDLE_STEPS) {
        LOG.info("{} is asked for again", name);
        activate(bus);
        idle = 0;
      }
      bus.patience().check();
      bus.patience().pause();
    }
  }

  private boolean isIdle(NmBus bus) throws NmException, WifiException {
    return Values.path(bus.get(device.path(), NmNames.DEVICE, "ActiveConnection")).equals(NmNames.NONE);
  }

  private boolean isBack(NmBus bus) throws NmException, WifiException {
    String now = Values.path(bus.get(device.path(), NmNames.DEVICE, "ActiveConnection"));
    if (now.equals(NmNames.NONE))
      return false;
    try {
      return Values.path(bus.get(now, NmNames.ACTIVE, "Connection")).equals(profile.orElseThrow())
          && Values.number(bus.get(now, NmNames.ACTIVE, "State")) == ACTIVATED;
    } catch (NmException e) {
      LOG.debug("{} has ended meanwhile", now, e);
      return false;
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
