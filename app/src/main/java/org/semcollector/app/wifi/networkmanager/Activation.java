package org.semcollector.app.wifi.networkmanager;

import java.util.Optional;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.protocol.meter.Ssid;

/// Tells from NetworkManager's events what became of a join. The active connection's own event says nothing when a join
/// fails; the cause comes with the radio's, just before.
final class Activation {
  private static final long DEVICE_UNAVAILABLE = 20;
  private static final long DEVICE_IP_CONFIG = 70;
  private static final long DEVICE_FAILED = 120;
  private static final long ACTIVATED = 2;
  private static final long DEACTIVATED = 4;

  private final String active;
  private final Ssid meter;
  private final PasswordAsked password;
  private boolean associated;
  private boolean ended;

  /// Whether NetworkManager asked for the password again: it did not fit.
  @FunctionalInterface
  interface PasswordAsked {
    boolean asked();
  }

  /// What became of it.
  sealed interface Outcome {
    record Pending() implements Outcome {}

    record Joined() implements Outcome {}

    record Failed(WifiFailure why) implements Outcome {}
  }

  static final Outcome PENDING = new Outcome.Pending();
  static final Outcome JOINED = new Outcome.Joined();

  /// @param active the path of the active connection
  Activation(String active, Ssid meter, PasswordAsked password) {
    this.active = active;
    this.meter = meter;
    this.password = password;
  }

  Outcome see(NmEvent event) {
    return switch (event) {
      case NmEvent.Device(long state, long reason) -> device(state, reason);
      case NmEvent.Active(String path, long state, _) when path.equals(active) -> state(state);
      case NmEvent.Active _ -> PENDING;
    };
  }

  private Outcome device(long state, long reason) {
    if (state == DEVICE_IP_CONFIG)
      associated = true;
    if (state == DEVICE_FAILED)
      return new Outcome.Failed(DeviceReason.failure(reason, meter, password.asked()));
    return state == DEVICE_UNAVAILABLE ? new Outcome.Failed(new WifiFailure.RadioOff(false)) : PENDING;
  }

  /// The state of the active connection, told or looked up.
  Outcome state(long state) {
    if (state == DEACTIVATED)
      ended = true;
    return state == ACTIVATED ? JOINED : PENDING;
  }

  /// The active connection is not there any more.
  Outcome gone() {
    ended = true;
    return PENDING;
  }

  /// What is to be said when nothing more comes for a while: empty as long as something may still come.
  Optional<WifiFailure> silence() {
    return ended
        ? Optional.of(new WifiFailure.Other("the network of " + meter + " was left for another one"))
        : Optional.empty();
  }

  /// What is to be said when time is up.
  WifiFailure late(Patience patience) {
    return associated
        ? new WifiFailure.NoDhcp(meter)
        : new WifiFailure.TimedOut(patience.doing(), patience.limit());
  }
}
