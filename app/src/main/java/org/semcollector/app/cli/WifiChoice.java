package org.semcollector.app.cli;

import org.jspecify.annotations.Nullable;
import org.semcollector.app.simulated.SimulatedMeters;
import org.semcollector.app.wifi.WifiAdapter;

/// The laptop's radio, or simulated meters for as long as a command runs.
record WifiChoice(WifiAdapter adapter, Runnable ending) implements AutoCloseable {
  private static final int DAYS = 30;

  static WifiChoice of(@Nullable Integer simulated, Services services) throws CliException {
    if (simulated == null)
      return new WifiChoice(services.wifi(), () -> {});
    if (simulated < 1 || simulated > 100) {
      throw new CliException(ExitCode.USAGE, "--simulated takes 1 to 100 meters, not " + simulated + ".");
    }
    SimulatedMeters site = SimulatedMeters.start(simulated, DAYS, services.clock(), services.zone());
    return new WifiChoice(site.wifi(), site::close);
  }

  @Override
  public void close() {
    ending.run();
  }
}
