package org.semcollector.app.simulated;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.semcollector.app.meter.Pause;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.protocol.simulator.SimulatedRadio;

/// What a simulated radio receives and how the computer it is in behaves.
///
/// @param accessPoints how each meter's access point behaves
/// @param formerNetwork the network this computer is in before it joins a meter
/// @param formerComesBack whether that network is still there when a meter is left
/// @param scanHangs a scan never comes to an end by itself
/// @param system what the computer lacks; everything fails with it
/// @param time the simulated true time, by which access points come and go
/// @param pause how waiting passes
public record SimulatedAir(
    Function<SimulatedRadio, AccessPointPlan> accessPoints,
    Optional<String> formerNetwork,
    boolean formerComesBack,
    boolean scanHangs,
    Optional<WifiFailure> system,
    InstantSource time,
    Pause pause) {
  /// Every meter is always in range and open to everyone; the computer is in no network.
  public static SimulatedAir calm(InstantSource time) {
    return new SimulatedAir(radio -> AccessPointPlan.open(radio.signalDbm()), Optional.empty(), true, false,
        Optional.empty(), time, Pause.REAL);
  }

  public SimulatedAir withAccessPoints(Function<SimulatedRadio, AccessPointPlan> changed) {
    return new SimulatedAir(changed, formerNetwork, formerComesBack, scanHangs, system, time, pause);
  }

  public SimulatedAir withFormerNetwork(Optional<String> changed) {
    return new SimulatedAir(accessPoints, changed, formerComesBack, scanHangs, system, time, pause);
  }

  public SimulatedAir withoutReturn() {
    return new SimulatedAir(accessPoints, formerNetwork, false, scanHangs, system, time, pause);
  }

  public SimulatedAir withHangingScan() {
    return new SimulatedAir(accessPoints, formerNetwork, formerComesBack, true, system, time, pause);
  }

  public SimulatedAir lacking(WifiFailure changed) {
    return new SimulatedAir(accessPoints, formerNetwork, formerComesBack, scanHangs, Optional.of(changed), time, pause);
  }

  public SimulatedAir withPause(Pause changed) {
    return new SimulatedAir(accessPoints, formerNetwork, formerComesBack, scanHangs, system, time, changed);
  }
}
