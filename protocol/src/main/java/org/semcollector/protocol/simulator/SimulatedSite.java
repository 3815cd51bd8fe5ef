package org.semcollector.protocol.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import org.semcollector.protocol.meter.MeterTimeCodec;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.simulator.OutageRegime.PowerCut;
import org.semcollector.protocol.simulator.SimulatedMeter.Settings;

/// A place with several meters that have been running for months: different loads, different outages, each clock set
/// when it was put up and never since. Every third meter has three phases, every fifth has no token, and every sixth
/// is an old one of firmware 101 that was put up a few days ago.
public final class SimulatedSite {
  private static final List<String> NAMES = List.of("Bakery", "Farm house", "Workshop", "Cold store", "School kitchen",
      "Pump station", "Village hall", "Dairy", "Greenhouse", "Sawmill", "Fire station", "Library");
  private static final List<String> PLACES = List.of("Main distribution board, cellar", "Entrance, left of the door",
      "Machine room, north wall", "Yard, grey cabinet", "Kitchen corridor", "Shaft 2, ladder on the left");
  private static final List<OutageRegime> REGIMES = List.of(OutageRegime.FEW, OutageRegime.WEEKLY, OutageRegime.MANY,
      OutageRegime.NONE);
  private static final Duration OLD_FIRMWARE_HISTORY = Duration.ofDays(4);

  private final List<SiteMeter> meters;

  /// A meter of the site.
  ///
  /// @param signalDbm how strong its access point is received, dBm
  public record SiteMeter(String name, String place, int signalDbm, SimulatedMeter meter) {}

  private SimulatedSite(List<SiteMeter> meters) {
    this.meters = List.copyOf(meters);
  }

  /// @param meters how many, at least 1
  /// @param days how long ago the first was put up
  /// @param end up to when the history reaches
  /// @param zone the site's clock, for outages that keep hours
  public static SimulatedSite create(int meters, int days, Instant end, ZoneOffset zone, long seed) {
    var random = new SplittableRandom(seed);
    var created = new ArrayList<SiteMeter>();
    for (int i = 0; i < meters; i++) {
      String number = i < NAMES.size() ? "" : " " + (i / NAMES.size() + 1);
      created.add(new SiteMeter(NAMES.get(i % NAMES.size()) + number, PLACES.get(i % PLACES.size()),
          -45 - random.nextInt(40), meter(i, days, end, zone, random.split())));
    }
    return new SimulatedSite(created);
  }

  public List<SiteMeter> meters() {
    return meters;
  }

  /// Puts every meter on a loopback port of its own.
  ///
  /// @param time the simulated true time, not before the end of the history
  /// @param faults the plan for each meter
  /// @param firstPort port of the first meter, the next ones follow; 0 for any free ports
  public SimulatedRadios startServers(InstantSource time, Function<SiteMeter, FaultPlan> faults, int firstPort) {
    var radios = new ArrayList<SimulatedRadio>();
    for (int i = 0; i < meters.size(); i++) {
      SiteMeter site = meters.get(i);
      MeterServer server = MeterServer.start(site.meter(), faults.apply(site), time,
          firstPort == 0 ? 0 : firstPort + i);
      radios.add(new SimulatedRadio(site.meter().ssid(), site.name(), site.place(), site.signalDbm(), server));
    }
    return new SimulatedRadios(radios);
  }

  /// Every meter on any free port, nothing goes wrong.
  public SimulatedRadios startServers(InstantSource time) {
    return startServers(time, _ -> FaultPlan.NONE, 0);
  }

  private static SimulatedMeter meter(int index, int days, Instant end, ZoneOffset zone, SplittableRandom random) {
    Settings settings = Settings.of(ssid(random), random.nextLong());
    if (index % 3 == 2) {
      settings = settings.threePhase();
    }
    boolean old = index % 6 == 5;
    if (old) {
      settings = settings.withFirmwareVersion(101);
    }
    Duration history = Duration.ofDays(days).minusMinutes(random.nextInt(1, 600));
    Instant installed = end.minus(old && history.compareTo(OLD_FIRMWARE_HISTORY) > 0 ? OLD_FIRMWARE_HISTORY : history);
    var meter = new SimulatedMeter(settings);
    install(meter, installed, index % 5 == 4, random);
    OutageRegime regime = REGIMES.get(index % REGIMES.size());
    regime.between(installed, end, zone, random).forEach(cut -> live(meter, cut, random));
    meter.advanceTo(end);
    return meter;
  }

  /// What the installer does: token, erase, clock.
  private static void install(SimulatedMeter meter, Instant at, boolean withoutToken, SplittableRandom random) {
    meter.powerOn(at.minusSeconds(120));
    meter.advanceTo(at);
    if (!withoutToken) {
      meter.handle(MeterRequest.post("/token", token(random).encode()));
    }
    meter.handle(MeterRequest.get("/reset"));
    meter.handle(MeterRequest.post("/time", MeterTimeCodec.encode(at)));
  }

  private static void live(SimulatedMeter meter, PowerCut cut, SplittableRandom random) {
    meter.powerOff(cut.from());
    Instant back = cut.to();
    for (int i = 0; i < cut.flickers(); i++) {
      meter.powerOn(back);
      back = back.plusSeconds(1 + random.nextInt(20));
      meter.powerOff(back);
      back = back.plusSeconds(1 + random.nextInt(5));
    }
    meter.powerOn(back);
  }

  private static Ssid ssid(SplittableRandom random) {
    var name = new StringBuilder("SEM-24:6f:28");
    for (int i = 0; i < 3; i++) {
      name.append(String.format(Locale.ROOT, ":%02x", random.nextInt(256)));
    }
    return new Ssid(name.toString());
  }

  private static MeterToken token(SplittableRandom random) {
    String letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
    var text = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return new MeterToken(text.toString(), new UUID(0x1c8f3a5e2b7d4f60L, 0x9a1b2c3d4e5f6071L));
  }
}
