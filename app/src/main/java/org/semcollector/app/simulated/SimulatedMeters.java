package org.semcollector.app.simulated;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.protocol.simulator.FaultPlan;
import org.semcollector.protocol.simulator.SimulatedRadios;
import org.semcollector.protocol.simulator.SimulatedSite;
import org.semcollector.protocol.simulator.SimulatedSite.SiteMeter;

/// A simulated site on the air: each meter answers on a loopback port until this is closed.
public final class SimulatedMeters implements AutoCloseable {
  /// One site for everybody: the same meters every time, with histories that end now.
  private static final long SEED = 20_261_120;

  private final SimulatedSite site;
  private final SimulatedRadios radios;
  private final InstantSource time;

  private SimulatedMeters(SimulatedSite site, SimulatedRadios radios, InstantSource time) {
    this.site = site;
    this.radios = radios;
    this.time = time;
  }

  /// Puts meters with `days` of history on the air.
  ///
  /// @param time the true time; the histories end at its present instant and go on with it
  public static SimulatedMeters start(int meters, int days, InstantSource time, ZoneId zone) {
    return start(meters, days, time, zone, _ -> FaultPlan.NONE, 0);
  }

  /// The same with faults, and with ports that follow each other from `firstPort` on (0 = any).
  public static SimulatedMeters start(
      int meters, int days, InstantSource time, ZoneId zone, Function<SiteMeter, FaultPlan> faults, int firstPort) {
    Instant now = time.instant();
    SimulatedSite site = SimulatedSite.create(meters, days, now, zone.getRules().getOffset(now), SEED);
    return new SimulatedMeters(site, site.startServers(time, faults, firstPort), time);
  }

  /// With faults by the meter's place in the site, from 0.
  public static SimulatedMeters start(int meters, int days, InstantSource time, ZoneId zone,
      IntFunction<FaultPlan> faults) {
    Instant now = time.instant();
    SimulatedSite site = SimulatedSite.create(meters, days, now, zone.getRules().getOffset(now), SEED);
    return new SimulatedMeters(site, site.startServers(time, meter -> faults.apply(site.meters().indexOf(meter)), 0),
        time);
  }

  /// The meters as a radio sees them, all in range and open.
  public WifiAdapter wifi() {
    return wifi(SimulatedAir.calm(time));
  }

  /// The meters as a radio sees them in this air.
  public SimulatedWifi wifi(SimulatedAir air) {
    return new SimulatedWifi(radios, air);
  }

  /// The meters themselves, with the truth behind every record.
  public SimulatedSite site() {
    return site;
  }

  public SimulatedRadios radios() {
    return radios;
  }

  @Override
  public void close() {
    radios.close();
  }
}
