package org.semcollector.app.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.simulated.AccessPointPlan;
import org.semcollector.app.simulated.Mishap;
import org.semcollector.app.simulated.Presence;
import org.semcollector.app.simulated.SimulatedAir;
import org.semcollector.app.simulated.SimulatedMeters;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.simulator.FaultPlan;
import org.semcollector.protocol.simulator.SimulatedRadio;

/// The laptop's radio, or simulated meters for as long as a command runs.
///
/// @param simulated the simulated meters; empty for the laptop's radio
record WifiChoice(WifiAdapter adapter, List<Ssid> simulated, Runnable ending) implements AutoCloseable {
  private static final int DAYS = 30;
  private static final int MOST_METERS = 100;
  /// How long somebody takes who walks around the simulated site.
  private static final Duration ROUND = Duration.ofSeconds(20);
  private static final String FORMER = "Office (simulated)";

  /// All simulated meters are in range and in order.
  static WifiChoice of(@Nullable Integer simulated, Services services) throws CliException {
    if (simulated == null)
      return new WifiChoice(services.wifi(), List.of(), () -> {});
    check(simulated);
    SimulatedMeters site = SimulatedMeters.start(simulated, DAYS, services.clock(), services.zone());
    return new WifiChoice(site.wifi(), names(site), site::close);
  }

  /// Simulated meters come into range and go again.
  ///
  /// @param mishaps how many of a hundred are out of order
  static WifiChoice walked(@Nullable Integer simulated, int mishaps, Services services) throws CliException {
    if (simulated == null)
      return of(null, services);
    check(simulated);
    SimulatedMeters site = SimulatedMeters.start(simulated, DAYS, services.clock(), services.zone(),
        index -> Mishap.of(index, mishaps).map(Mishap::meterFaults).orElse(FaultPlan.NONE));
    List<Ssid> names = names(site);
    SimulatedAir air = SimulatedAir.calm(services.clock()).withFormerNetwork(Optional.of(FORMER))
        .withAccessPoints(radio -> plan(radio, Mishap.of(names.indexOf(radio.ssid()), mishaps)));
    return new WifiChoice(site.wifi(air), names, site::close);
  }

  private static AccessPointPlan plan(SimulatedRadio radio, Optional<Mishap> mishap) {
    AccessPointPlan plan = AccessPointPlan.open(radio.signalDbm())
        .withPresence(Presence.passedEvery(ROUND, radio.signalDbm(), radio.ssid().hashCode()));
    return mishap.map(known -> known.on(plan)).orElse(plan);
  }

  private static List<Ssid> names(SimulatedMeters site) {
    return site.radios().list().stream().map(SimulatedRadio::ssid).toList();
  }

  private static void check(int simulated) throws CliException {
    if (simulated < 1 || simulated > MOST_METERS) {
      throw new CliException(ExitCode.USAGE, "--simulated takes 1 to 100 meters, not " + simulated + ".");
    }
  }

  @Override
  public void close() {
    ending.run();
  }
}
