package org.semcollector.app.wifi.windows;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.FormerNetworkNote;
import org.semcollector.app.wifi.JoinRequest;
import org.semcollector.app.wifi.JoinedNetwork;
import org.semcollector.app.wifi.Restored;
import org.semcollector.app.wifi.Waiting;
import org.semcollector.app.wifi.WifiAbility;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Wi-Fi of Windows 10 and 11, as an ordinary user.
///
/// Since Windows 11 24H2 scanning needs the consent to location, joining does not: without it a meter is joined by its
/// name, and who it is shows by its hardware address in the network. A temporary profile leaves nothing behind.
/// Windows does not go back by itself when this program is killed; the next start does, by the note.
///
/// Written after Microsoft's documentation and run against a stand-in library; never on Windows.
public final class WindowsWifi implements WifiAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(WindowsWifi.class);

  private final WindowsLibraries libraries;
  private final FormerNetworkNote note;
  private final Clock clock;
  private final WlanLimits limits;
  private @Nullable WlanService service;
  private @Nullable WindowsConnection joined;
  private boolean noteRead;
  private boolean locationDenied;

  /// Touches no library before it is first used.
  ///
  /// @param note of the network that was left, for the next start after a crash
  public WindowsWifi(FormerNetworkNote note, Clock clock) {
    this(new WindowsLibraries.OfSystem(), note, clock, WlanLimits.STANDARD);
  }

  WindowsWifi(WindowsLibraries libraries, FormerNetworkNote note, Clock clock, WlanLimits limits) {
    this.libraries = libraries;
    this.note = note;
    this.clock = clock;
    this.limits = limits;
  }

  @Override
  public synchronized WifiAbility ability() {
    try {
      choose(service(), adapters());
    } catch (WifiException e) {
      return WifiAbility.none(e.failure());
    }
    Optional<WifiFailure> lacks = locationDenied ? Optional.of(WlanFailures.location()) : Optional.empty();
    return new WifiAbility(!locationDenied, true, !locationDenied, false, lacks);
  }

  @Override
  public synchronized List<AccessPoint> scan(Duration limit, Progress progress) throws WifiException {
    List<WlanAdapter> adapters = adapters();
    goBackAfterCrash(adapters);
    WlanAdapter adapter = choose(service(), adapters);
    try {
      List<AccessPoint> heard = new WlanScanner(service(), limits, clock).scan(adapter, limit, progress);
      locationDenied = false;
      return heard;
    } catch (WifiException e) {
      locationDenied |= e.failure() instanceof WifiFailure.PermissionDenied;
      throw e;
    }
  }

  @Override
  public synchronized Optional<JoinedNetwork> current() throws WifiException {
    List<WlanAdapter> adapters = adapters();
    goBackAfterCrash(adapters);
    if (adapters.isEmpty())
      throw new WifiException(new WifiFailure.NoAdapter());
    var networks = new ArrayList<JoinedNetwork>();
    for (WlanAdapter adapter : adapters) {
      if (adapter.isConnected())
        connection(adapter).map(in -> new JoinedNetwork(in.ssid(), Optional.of(in.bssid()), adapter.description()))
            .or(() -> joinedBy(adapter)).ifPresent(networks::add);
    }
    return networks.stream().filter(network -> network.meter().isPresent()).findFirst()
        .or(() -> networks.stream().findFirst());
  }

  private Optional<WlanConnection> connection(WlanAdapter adapter) throws WifiException {
    try {
      Optional<WlanConnection> connection = service().connection(adapter.guid());
      locationDenied = false;
      return connection;
    } catch (WlanException e) {
      locationDenied |= e.code() == WlanException.ACCESS_DENIED;
      if (locationDenied && joinedBy(adapter).isPresent() && libraries.ipHelper().isAtMeter(adapter))
        return Optional.empty();
      throw WlanFailures.scanning(e);
    }
  }

  private Optional<JoinedNetwork> joinedBy(WlanAdapter adapter) {
    return Optional.ofNullable(joined).filter(at -> at.adapter().guid().equals(adapter.guid()))
        .map(WindowsConnection::network);
  }

  @Override
  public synchronized Connection join(JoinRequest request, Progress progress) throws WifiException {
    Waiting.throwIfCancelled(progress);
    WlanJoin.requirePassword(request);
    leaveJoined();
    List<WlanAdapter> adapters = adapters();
    goBackAfterCrash(adapters);
    WlanAdapter adapter = choose(service(), adapters);
    IpHelper ip = libraries.ipHelper();
    var join = new WlanJoin(service(), ip, limits, adapter, request);
    WlanFormer former = former(adapter);
    note.write(new FormerNetworkNote.Former(adapter.systemName(), former.profile()));
    try {
      join.ask();
    } catch (WifiException e) {
      note.clear();
      throw e;
    }
    try {
      var connection = new WindowsConnection(this, adapter, former, join.await(progress), ip);
      joined = connection;
      return connection;
    } catch (WifiException e) {
      goBack(former, adapter);
      throw e;
    }
  }

  /// Called by the connection, at most once.
  Restored leave(WindowsConnection connection, Duration limit) throws WifiException {
    joined = null;
    try {
      adapters();
      var back = new WlanReturn(service(), limits);
      return back.happened(connection.former(), connection.adapter())
          ? new Restored(connection.former().profile())
          : back.to(connection.former(), connection.adapter(), limit);
    } finally {
      note.clear();
    }
  }

  Duration restoreLimit() {
    return limits.restore();
  }

  @Override
  public synchronized void close() {
    leaveJoined();
    closeService();
  }

  private void leaveJoined() {
    WindowsConnection still = joined;
    if (still != null)
      still.close();
  }

  private WlanFormer former(WlanAdapter adapter) throws WifiException {
    if (!adapter.isConnected())
      return WlanFormer.NONE;
    try {
      return service().connection(adapter.guid()).map(in -> WlanFormer.known(in.profile())).orElse(WlanFormer.NONE);
    } catch (WlanException e) {
      if (e.code() != WlanException.ACCESS_DENIED)
        throw WlanFailures.of(e);
      locationDenied = true;
      return service().events().lastJoined(adapter.guid()).map(WlanFormer::known).orElseGet(WlanFormer::unknown);
    }
  }

  private void goBack(WlanFormer former, WlanAdapter adapter) {
    try {
      new WlanReturn(service(), limits).to(former, adapter, limits.restore());
    } catch (WifiException e) {
      LOG.warn("after a failed join: {}", e.getMessage());
    } finally {
      note.clear();
    }
  }

  /// A run of this program that ended at a meter left a note of where it came from.
  private void goBackAfterCrash(List<WlanAdapter> adapters) throws WifiException {
    if (noteRead || joined != null)
      return;
    noteRead = true;
    Optional<FormerNetworkNote.Former> abandoned = note.abandoned();
    if (abandoned.isEmpty())
      return;
    for (WlanAdapter adapter : adapters) {
      if (adapter.systemName().equals(abandoned.get().adapter()) && isAtMeter(adapter))
        goBack(abandoned.get().network().map(WlanFormer::known).orElseGet(WlanFormer::unknown), adapter);
    }
    note.clear();
  }

  /// By the name of the network, or by the own address where Windows does not tell the name.
  private boolean isAtMeter(WlanAdapter adapter) throws WifiException {
    if (!adapter.isConnected())
      return false;
    try {
      return service().connection(adapter.guid()).filter(WlanConnection::isMeter).isPresent();
    } catch (WlanException e) {
      return libraries.ipHelper().isAtMeter(adapter);
    }
  }

  /// An adapter that is in no network, when there are several: the others stay where they are. Else the one that is.
  private static WlanAdapter choose(WlanService service, List<WlanAdapter> adapters) throws WifiException {
    WifiFailure off = new WifiFailure.NoAdapter();
    var usable = new ArrayList<WlanAdapter>();
    for (WlanAdapter adapter : adapters) {
      Optional<WifiFailure.RadioOff> radio = radioOff(service, adapter);
      if (radio.isPresent())
        off = radio.get();
      else
        usable.add(adapter);
    }
    if (usable.isEmpty())
      throw new WifiException(off);
    return usable.stream().filter(WlanAdapter::isIdle).findFirst()
        .or(() -> usable.stream().filter(WlanAdapter::isConnected).findFirst()).orElse(usable.getFirst());
  }

  /// A driver that does not tell is taken to be on; using it shows.
  private static Optional<WifiFailure.RadioOff> radioOff(WlanService service, WlanAdapter adapter) {
    try {
      return service.radioOff(adapter.guid());
    } catch (WlanException e) {
      return e.code() == WlanException.RADIO_OFF ? Optional.of(new WifiFailure.RadioOff(false)) : Optional.empty();
    }
  }

  /// The adapters there are now. A service that was restarted since is opened again.
  private List<WlanAdapter> adapters() throws WifiException {
    try {
      return service().adapters();
    } catch (WlanException e) {
      closeService();
      if (!e.isStale())
        throw WlanFailures.of(e);
    }
    try {
      return service().adapters();
    } catch (WlanException e) {
      throw WlanFailures.of(e);
    }
  }

  private WlanService service() throws WifiException {
    WlanService opened = service;
    if (opened == null) {
      opened = libraries.service();
      service = opened;
    }
    return opened;
  }

  private void closeService() {
    WlanService opened = service;
    service = null;
    if (opened != null)
      opened.close();
  }
}
