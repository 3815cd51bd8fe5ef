package org.semcollector.app.wifi.macos;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.JoinRequest;
import org.semcollector.app.wifi.JoinedNetwork;
import org.semcollector.app.wifi.Restored;
import org.semcollector.app.wifi.Waiting;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.app.wifi.manual.LocalNetwork;

/// Through `networksetup`, by the name of a network alone. Which radio was joined is not told.
final class BlindWay implements MacWay {
  /// The first try often finds nothing: it looks once, and a meter's beacon is easily missed.
  private static final int TRIES = 3;

  private final MacPrograms programs;
  private final LocalNetwork network;
  private final MacLimits limits;
  private final BooleanSupplier helper;

  /// @param helper whether there is a helper that could tell more
  BlindWay(MacPrograms programs, LocalNetwork network, MacLimits limits, BooleanSupplier helper) {
    this.programs = programs;
    this.network = network;
    this.limits = limits;
    this.helper = helper;
  }

  boolean exists() {
    return programs.exists();
  }

  @Override
  public List<AccessPoint> scan(Duration limit, Progress progress) throws WifiException {
    device();
    var report = new ProfilerReport(programs.run(ProfilerReport.COMMAND, limit, progress));
    List<AccessPoint> meters = report.meters();
    if (meters.isEmpty() && report.isRedacted())
      throw new WifiException(MacFailures.location(helper.getAsBoolean()));
    return meters;
  }

  @Override
  public Optional<JoinedNetwork> current() throws WifiException {
    String device = device();
    Optional<String> name = NetworkSetup.network(say(NetworkSetup.current(device)));
    if (name.isEmpty() && isConnected(device))
      name = new ProfilerReport(programs.run(ProfilerReport.COMMAND, limits.address(), Progress.NONE)).current(device);
    return name.map(known -> new JoinedNetwork(known, Optional.empty(), device));
  }

  /// Whether the radio's adapter has an address that somebody gave it.
  boolean isConnected() throws WifiException {
    return isConnected(device());
  }

  private boolean isConnected(String device) {
    return network.addresses().stream().anyMatch(own -> own.interfaceName().equals(device) && !own.selfGiven()
        && own.address().getAddress().length == 4);
  }

  @Override
  public JoinedNetwork join(JoinRequest request, Progress progress) throws WifiException {
    String device = device();
    String name = request.meter().ssid().value();
    long start = System.nanoTime();
    for (int i = 1;; i++) {
      Duration left = request.limit().minusNanos(System.nanoTime() - start);
      Optional<WifiFailure> failure = NetworkSetup.failure(
          programs.run(NetworkSetup.join(device, name, request.passphrase()), left, progress), request);
      if (failure.isEmpty())
        return new JoinedNetwork(name, Optional.empty(), device);
      if (i == TRIES || !(failure.get() instanceof WifiFailure.NotFound))
        throw new WifiException(failure.get());
      pause(progress);
    }
  }

  /// By the former network's name, whose password macOS keeps; else by switching the radio off and on, after which macOS
  /// chooses among the networks it knows.
  @Override
  public Restored leave(MacFormer former, JoinedNetwork meter, Duration limit) throws WifiException {
    String device = meter.interfaceName();
    if (former.connected() && isElsewhere(device))
      return new Restored(former.network()); // it was never left
    if (meter.meter().isPresent())
      say(NetworkSetup.forget(device, meter.name()));
    boolean asked = former.network().isPresent()
        && say(NetworkSetup.join(device, former.network().get(), Optional.empty())).isBlank();
    if (!asked)
      switchOffAndOn(device);
    if (!former.connected())
      return new Restored(Optional.empty());
    Optional<Boolean> back = Waiting.until(limit, Progress.NONE,
        () -> isElsewhere(device) ? Optional.of(true) : Optional.empty());
    if (back.isEmpty() && former.network().isPresent())
      throw new WifiException(new WifiFailure.RestoreFailed(former.network()));
    return new Restored(former.network());
  }

  private void switchOffAndOn(String device) throws WifiException {
    say(NetworkSetup.power(device, "off"));
    pause(Progress.NONE);
    say(NetworkSetup.power(device, "on"));
  }

  private boolean isElsewhere(String device) {
    return isConnected(device) && network.addresses().stream()
        .noneMatch(own -> own.interfaceName().equals(device) && own.inMeterNetwork());
  }

  /// @throws WifiException [WifiFailure.NoAdapter], [WifiFailure.RadioOff], or [WifiFailure.Unsupported]
  private String device() throws WifiException {
    if (!programs.exists())
      throw new WifiException(new WifiFailure.Unsupported("macOS's program networksetup"));
    String device = NetworkSetup.device(say(NetworkSetup.ports()))
        .orElseThrow(() -> new WifiException(new WifiFailure.NoAdapter()));
    if (NetworkSetup.isOff(say(NetworkSetup.power(device))))
      throw new WifiException(new WifiFailure.RadioOff(false));
    return device;
  }

  private String say(List<String> command) throws WifiException {
    return programs.run(command, limits.address(), Progress.NONE);
  }

  private void pause(Progress progress) throws WifiException {
    Waiting.until(limits.pause(), progress, Optional::empty);
  }
}
