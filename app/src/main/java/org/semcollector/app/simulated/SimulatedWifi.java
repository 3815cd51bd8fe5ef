package org.semcollector.app.simulated;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.JoinRequest;
import org.semcollector.app.wifi.JoinedNetwork;
import org.semcollector.app.wifi.WifiAbility;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.protocol.simulator.SimulatedRadio;
import org.semcollector.protocol.simulator.SimulatedRadios;

/// A radio that receives simulated meters; joining one is knowing its port. Behaves as the real ones do: one meter at a
/// time, the former network comes back.
public final class SimulatedWifi implements WifiAdapter {
  static final String INTERFACE = "simulated";
  /// The radio that sends a meter's name and is none.
  static final String OTHER_RADIO = "de:ad:be:ef:00:01";

  private static final Duration SLICE = Duration.ofMillis(50);
  private static final int CHANNEL_6_MHZ = 2437;

  private final List<SimulatedRadio> radios;
  private final SimulatedAir air;
  private Optional<JoinedNetwork> network;
  private @Nullable SimulatedConnection joined;
  private int passwordsSent;

  public SimulatedWifi(SimulatedRadios radios, SimulatedAir air) {
    this.radios = radios.list();
    this.air = air;
    this.network = former();
  }

  @Override
  public WifiAbility ability() {
    return air.system().map(WifiAbility::none).orElse(WifiAbility.ALL);
  }

  @Override
  public List<AccessPoint> scan(Duration limit, Progress progress) throws WifiException {
    requireSystem();
    if (air.scanHangs())
      await(limit, progress);
    requireWanted(progress);
    Instant now = air.time().instant();
    return radios.stream().flatMap(radio -> heard(radio, now).stream())
        .sorted(Comparator.comparingInt(AccessPoint::signalDbm).reversed()).toList();
  }

  @Override
  public synchronized Optional<JoinedNetwork> current() throws WifiException {
    requireSystem();
    return network;
  }

  @Override
  public synchronized Connection join(JoinRequest request, Progress progress) throws WifiException {
    requireSystem();
    requireWanted(progress);
    close();
    SimulatedRadio radio = inRange(request);
    AccessPointPlan plan = plan(radio);
    requirePassword(request, plan);
    switch (plan.fault()) {
      case HANGS -> {
        await(request.limit(), progress);
        throw new WifiException(new WifiFailure.TimedOut("joining " + radio.ssid(), request.limit()));
      }
      case NO_ADDRESS -> throw new WifiException(new WifiFailure.NoDhcp(radio.ssid()));
      case NONE, GONE, OTHER_RADIO_HEARD, OTHER_RADIO_JOINED, SAME_ADDRESS -> {
      }
    }
    String bssid = plan.fault() == RadioFault.OTHER_RADIO_JOINED ? OTHER_RADIO : bssid(radio, plan);
    var in = new JoinedNetwork(radio.ssid().value(), Optional.of(bssid), INTERFACE);
    SimulatedRadio answering = plan.fault() == RadioFault.SAME_ADDRESS ? other(radio) : radio;
    var connection = new SimulatedConnection(this, in, answering, air.formerNetwork());
    network = Optional.of(in);
    joined = connection;
    return connection;
  }

  /// How often a password was sent to an access point.
  public synchronized int passwordsSent() {
    return passwordsSent;
  }

  @Override
  public synchronized void close() {
    SimulatedConnection still = joined;
    if (still != null)
      leave(still);
  }

  /// Back to the former network, unless that happened already.
  ///
  /// @return whether the former network is there
  synchronized boolean leave(SimulatedConnection connection) {
    if (joined == connection) {
      joined = null;
      network = air.formerComesBack() ? former() : Optional.empty();
    }
    return air.formerNetwork().isEmpty() || air.formerComesBack();
  }

  private Optional<JoinedNetwork> former() {
    return air.formerNetwork().map(name -> new JoinedNetwork(name, Optional.empty(), INTERFACE));
  }

  private Optional<AccessPoint> heard(SimulatedRadio radio, Instant now) {
    AccessPointPlan plan = plan(radio);
    OptionalInt signal = plan.presence().signalDbmAt(now);
    if (signal.isEmpty())
      return Optional.empty();
    AccessPoint.Security security = plan.password().isPresent()
        ? AccessPoint.Security.WPA_PERSONAL
        : AccessPoint.Security.OPEN;
    return Optional.of(new AccessPoint(radio.ssid(), Optional.of(bssid(radio, plan)), signal.getAsInt(), security,
        OptionalInt.of(CHANNEL_6_MHZ), Optional.of(Duration.ZERO), uptimeMicros(radio, now)));
  }

  private static OptionalLong uptimeMicros(SimulatedRadio radio, Instant now) {
    return radio.server().meter().bootedAt()
        .map(booted -> OptionalLong.of(Duration.between(booted, now).toNanos() / 1000)).orElse(OptionalLong.empty());
  }

  private static String bssid(SimulatedRadio radio, AccessPointPlan plan) {
    return plan.fault() == RadioFault.OTHER_RADIO_HEARD ? OTHER_RADIO : radio.ssid().mac();
  }

  private SimulatedRadio inRange(JoinRequest request) throws WifiException {
    Instant now = air.time().instant();
    return radios.stream().filter(radio -> radio.ssid().equals(request.meter().ssid()))
        .filter(radio -> plan(radio).fault() != RadioFault.GONE)
        .filter(radio -> plan(radio).presence().signalDbmAt(now).isPresent())
        .filter(radio -> request.meter().bssid().filter(bssid -> !bssid.equals(bssid(radio, plan(radio)))).isEmpty())
        .findFirst()
        .orElseThrow(() -> new WifiException(new WifiFailure.NotFound(request.meter().ssid())));
  }

  private void requirePassword(JoinRequest request, AccessPointPlan plan) throws WifiException {
    if (plan.password().isEmpty())
      return;
    if (request.passphrase().isEmpty())
      throw new WifiException(new WifiFailure.WrongPassword(request.meter().ssid(), true));
    passwordsSent++;
    if (!request.passphrase().equals(plan.password()))
      throw new WifiException(new WifiFailure.WrongPassword(request.meter().ssid(), false));
  }

  /// The next meter of the site.
  private SimulatedRadio other(SimulatedRadio radio) {
    return radios.get((radios.indexOf(radio) + 1) % radios.size());
  }

  private AccessPointPlan plan(SimulatedRadio radio) {
    return air.accessPoints().apply(radio);
  }

  private void requireSystem() throws WifiException {
    if (air.system().isPresent())
      throw new WifiException(air.system().get());
  }

  private static void requireWanted(Progress progress) throws WifiException {
    if (progress.cancelled())
      throw new WifiException(new WifiFailure.Cancelled());
  }

  private void await(Duration limit, Progress progress) throws WifiException {
    for (Duration left = limit; left.isPositive(); left = left.minus(SLICE)) {
      requireWanted(progress);
      air.pause().of(left.compareTo(SLICE) < 0 ? left : SLICE);
    }
  }
}
