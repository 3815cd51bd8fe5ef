package org.semcollector.app.wifi.networkmanager;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.JoinRequest;
import org.semcollector.app.wifi.JoinedNetwork;
import org.semcollector.app.wifi.WifiAbility;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;

/// The radio as NetworkManager (1.16 or newer) steers it. Opens nothing before it is asked something.
public final class NmWifiAdapter implements WifiAdapter {
  /// How long NetworkManager may take to answer a question that needs no radio.
  static final Duration ANSWER = Duration.ofSeconds(20);
  static final WifiFailure UNSUPPORTED = new WifiFailure.Unsupported("NetworkManager");

  private final String address;
  private final String user;
  private final SystemUptime uptime;
  private final Semaphore turn = new Semaphore(1, true);
  private final AtomicReference<@Nullable NmConnection> joined = new AtomicReference<>();

  /// @param address of the system bus
  /// @param user the login name of whoever uses this program
  public NmWifiAdapter(String address, String user) {
    this(address, user, SystemUptime.KERNEL);
  }

  NmWifiAdapter(String address, String user, SystemUptime uptime) {
    this.address = address;
    this.user = user;
    this.uptime = uptime;
  }

  /// Something asked on a connection.
  private interface Question<T> {
    T ask(NmBus bus) throws NmException, WifiException;
  }

  @Override
  public WifiAbility ability() {
    try {
      return ask(Patience.of("asking NetworkManager", ANSWER, Progress.NONE), bus -> {
        WifiDevice.best(bus);
        Permissions permissions = Permissions.read(bus, user);
        boolean all = permissions.scans() && permissions.joins();
        return new WifiAbility(permissions.scans(), permissions.joins(), true, true,
            all ? Optional.empty() : Optional.of(permissions.denied()));
      });
    } catch (WifiException e) {
      return WifiAbility.none(e.failure());
    }
  }

  @Override
  public List<AccessPoint> scan(Duration limit, Progress progress) throws WifiException {
    Patience patience = Patience.of("listening for meters", limit, progress);
    return ask(patience.andThen(ANSWER), bus -> listening(bus).scan(patience).stream()
        .flatMap(radio -> radio.meter().stream()).toList());
  }

  private Listening listening(NmBus bus) throws NmException, WifiException {
    return new Listening(bus, WifiDevice.best(bus), uptime);
  }

  @Override
  public Optional<JoinedNetwork> current() throws WifiException {
    return ask(Patience.of("asking NetworkManager", ANSWER, Progress.NONE), bus -> {
      List<WifiDevice> devices = WifiDevice.all(bus);
      if (devices.isEmpty())
        throw new WifiException(new WifiFailure.NoAdapter());
      Optional<JoinedNetwork> best = Optional.empty();
      for (WifiDevice device : devices)
        best = java.util.stream.Stream.concat(best.stream(), network(bus, device).stream())
            .min(Comparator.comparing((JoinedNetwork network) -> network.meter().isEmpty()));
      return best;
    });
  }

  private Optional<JoinedNetwork> network(NmBus bus, WifiDevice device) throws NmException, WifiException {
    if (!device.isConnected())
      return Optional.empty();
    return new Listening(bus, device, uptime).joined().map(radio -> new JoinedNetwork(radio.name(),
        Optional.of(radio.bssid()).filter(text -> !text.isEmpty()), device.interfaceName()));
  }

  @Override
  public Connection join(JoinRequest request, Progress progress) throws WifiException {
    Patience patience = Patience.of("joining " + request.meter().ssid(), request.limit(), progress);
    takeTurn(patience);
    boolean done = false;
    try {
      Connection connection = joinNow(request, patience);
      done = true;
      return connection;
    } finally {
      if (!done)
        turn.release();
    }
  }

  /// Waits until no meter is joined.
  private void takeTurn(Patience patience) throws WifiException {
    try {
      while (!turn.tryAcquire(Patience.STEP.toMillis(), TimeUnit.MILLISECONDS))
        patience.check();
    } catch (InterruptedException e) {
      throw new WifiException(new WifiFailure.Cancelled(), e);
    }
  }

  private Connection joinNow(JoinRequest request, Patience patience) throws WifiException {
    NmBus bus = open(patience);
    boolean done = false;
    try {
      var connection = new NmConnection(bus, answer(bus, asked -> new NmJoin(listening(asked), request, user).join()),
          NeighbourTable.KERNEL, this::left);
      joined.set(connection);
      done = true;
      return connection;
    } finally {
      if (!done)
        bus.close();
    }
  }

  private void left() {
    joined.set(null);
    turn.release();
  }

  private <T> T ask(Patience patience, Question<T> question) throws WifiException {
    patience.checkWanted();
    try (NmBus bus = open(patience)) {
      return answer(bus, question);
    }
  }

  private NmBus open(Patience patience) throws WifiException {
    try {
      return NmBus.open(address, patience);
    } catch (NmException e) {
      throw e.failure();
    }
  }

  private <T> T answer(NmBus bus, Question<T> question) throws WifiException {
    try {
      return question.ask(bus);
    } catch (NmException e) {
      throw e.isDenied() ? Permissions.denied(bus, user, e) : e.failure();
    }
  }

  @Override
  public void close() {
    NmConnection connection = joined.get();
    if (connection != null)
      connection.close();
  }
}
