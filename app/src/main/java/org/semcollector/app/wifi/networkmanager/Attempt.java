package org.semcollector.app.wifi.networkmanager;

import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.app.wifi.networkmanager.MeterProfile.Addressing;

/// Attempts to join with one profile.
///
/// @param accessPoint the object of the meter's radio
record Attempt(Listening radio, MeterProfile profile, String accessPoint, RefusingAgent agent, NmEvents events) {
  /// So many silent steps after the end no cause comes any more.
  private static final int SILENT_STEPS = 10;
  /// A signal may be lost: the state is looked up every so many silent steps.
  private static final int LOOK_STEPS = 20;

  /// Starts. The profile is never written to disk, is forgotten when it is left, and is left when this connection to the
  /// bus ends.
  ///
  /// @return the active connection
  String start(Addressing addressing) throws NmException, WifiException {
    Map<String, Variant<?>> options = Map.of("persist", new Variant<>("volatile"),
        "bind-activation", new Variant<>("dbus-client"));
    Object[] added = radio.bus().call(NmNames.ROOT, NmNames.NM, "AddAndActivateConnection2", "a{sa{sv}}ooa{sv}",
        profile.settings(addressing), new DBusPath(radio.device().path()), new DBusPath(accessPoint), options);
    return Values.path(added[1]);
  }

  /// Waits for what becomes of it.
  ///
  /// @return why it failed; empty when it did not
  Optional<WifiFailure> await(String active) throws NmException, WifiException {
    var activation = new Activation(active, profile.meter(), agent::asked);
    int silent = 0;
    while (!radio.bus().patience().over()) {
      radio.bus().patience().checkWanted();
      Optional<NmEvent> event = events.next();
      silent = event.isPresent() ? 0 : silent + 1;
      Activation.Outcome outcome = event.isPresent() ? activation.see(event.get()) : look(activation, active, silent);
      switch (outcome) {
        case Activation.Outcome.Joined _ -> {
          return Optional.empty();
        }
        case Activation.Outcome.Failed(WifiFailure why) -> {
          return Optional.of(why);
        }
        case Activation.Outcome.Pending _ -> {
          if (silent >= SILENT_STEPS && activation.silence().isPresent())
            return activation.silence();
        }
      }
    }
    return Optional.of(activation.late(radio.bus().patience()));
  }

  private Activation.Outcome look(Activation activation, String active, int silent) throws WifiException {
    if (silent % LOOK_STEPS != 0)
      return Activation.PENDING;
    try {
      return activation.state(Values.number(radio.bus().get(active, NmNames.ACTIVE, "State")));
    } catch (NmException e) {
      return activation.gone();
    }
  }
}
