package org.semcollector.app.wifi.macos;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
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
import org.semcollector.app.wifi.manual.LocalAddress;
import org.semcollector.app.wifi.manual.LocalNetwork;
import org.semcollector.app.wifi.manual.Neighbour;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Wi-Fi of macOS 14 and later, as an ordinary user: through the helper of the installed bundle, and blind where that is
/// missing or may not know the place. The helper goes back by itself when this program is killed; after a blind join the
/// next start does, by the note.
///
/// Written after Apple's documentation and reports of others, and run against stand-ins; never on a Mac.
public final class MacWifi implements WifiAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(MacWifi.class);

  private final Helper helper;
  private final HelperWay listing;
  private final BlindWay blind;
  private final LocalNetwork network;
  private final MeterTouch touch;
  private final FormerNetworkNote note;
  private final MacLimits limits;
  private @Nullable MacConnection joined;
  private boolean noteRead;
  private boolean locationDenied;

  /// Starts nothing before it is first used.
  ///
  /// @param helper the program of the bundle's helper; need not be there
  /// @param network this computer's addresses and neighbours
  /// @param note of the network that was left, for the next start after a crash
  public MacWifi(Path helper, LocalNetwork network, FormerNetworkNote note) {
    this(new HelperProcess(List.of(helper.toString())), new RealMacPrograms(), network, new TcpTouch(), note,
        MacLimits.STANDARD);
  }

  MacWifi(HelperProgram program, MacPrograms programs, LocalNetwork network, MeterTouch touch, FormerNetworkNote note,
      MacLimits limits) {
    this.helper = new Helper(program);
    this.listing = new HelperWay(helper, limits);
    this.blind = new BlindWay(programs, network, limits, program::exists);
    this.network = network;
    this.touch = touch;
    this.note = note;
    this.limits = limits;
  }

  @Override
  public synchronized WifiAbility ability() {
    if (!helper.exists() && !blind.exists())
      return WifiAbility.none(new WifiFailure.Unsupported("macOS's program networksetup"));
    boolean lists = helper.exists() && !locationDenied;
    return new WifiAbility(lists, true, lists, lists, lists ? Optional.empty() : Optional.of(location()));
  }

  @Override
  public synchronized List<AccessPoint> scan(Duration limit, Progress progress) throws WifiException {
    Waiting.throwIfCancelled(progress);
    goBackAfterCrash();
    if (helper.exists()) {
      try {
        List<AccessPoint> heard = listing.scan(limit, progress);
        locationDenied = false;
        return heard;
      } catch (WifiException e) {
        requireLocationDenied(e);
      }
    }
    return blind.scan(limit, progress);
  }

  @Override
  public synchronized Optional<JoinedNetwork> current() throws WifiException {
    goBackAfterCrash();
    return told();
  }

  private Optional<JoinedNetwork> told() throws WifiException {
    if (helper.exists()) {
      try {
        Optional<JoinedNetwork> current = listing.current();
        locationDenied = false;
        return current;
      } catch (WifiException e) {
        requireLocationDenied(e);
      }
    }
    MacConnection at = joined;
    if (at != null && network.addresses().stream().anyMatch(LocalAddress::inMeterNetwork))
      return Optional.of(at.network());
    Optional<JoinedNetwork> current = blind.current();
    if (current.isEmpty() && blind.isConnected())
      throw new WifiException(location());
    return current;
  }

  private WifiFailure location() {
    return MacFailures.location(helper.exists());
  }

  /// Without the consent to location there is another way; every other failure is one.
  private void requireLocationDenied(WifiException e) throws WifiException {
    if (!(e.failure() instanceof WifiFailure.PermissionDenied))
      throw e;
    locationDenied = true;
  }

  @Override
  public synchronized Connection join(JoinRequest request, Progress progress) throws WifiException {
    Waiting.throwIfCancelled(progress);
    request.requirePassword();
    leaveJoined();
    goBackAfterCrash();
    MacFormer former = former();
    note.write(new FormerNetworkNote.Former("Wi-Fi", former.network()));
    if (helper.exists() && !locationDenied) {
      try {
        return join(listing, request, former, progress);
      } catch (WifiException e) {
        requireLocationDenied(e);
        note.write(new FormerNetworkNote.Former("Wi-Fi", former.network()));
      }
    }
    return join(blind, request, former, progress);
  }

  private Connection join(MacWay way, JoinRequest request, MacFormer former, Progress progress) throws WifiException {
    long start = System.nanoTime();
    var meter = new JoinedNetwork(request.meter().ssid().value(), Optional.empty(), "en0");
    try {
      meter = way.join(request, progress);
      Duration left = request.limit().minusNanos(System.nanoTime() - start);
      InetAddress address = address(meter.interfaceName(),
          left.compareTo(limits.address()) < 0 ? left : limits.address(), progress)
          .orElseThrow(() -> new WifiException(new WifiFailure.NoDhcp(request.meter().ssid())));
      requireReach(meter.interfaceName(), address);
      var connection = new MacConnection(this, way, former, meter, address);
      joined = connection;
      return connection;
    } catch (WifiException e) {
      goBack(way, former, meter);
      throw e;
    }
  }

  private Optional<InetAddress> address(String device, Duration limit, Progress progress) throws WifiException {
    return Waiting.until(limit, progress, () -> network.addresses().stream()
        .filter(own -> own.interfaceName().equals(device) && own.inMeterNetwork()).map(LocalAddress::address)
        .findFirst());
  }

  /// macOS 15 answers "no route to host" to a program that may not talk to the local network; the neighbour is known all
  /// the same.
  private void requireReach(String device, InetAddress address) throws WifiException {
    if (touch.touch(address) == MeterTouch.Outcome.NO_ROUTE && known(device).isPresent())
      throw new WifiException(MacFailures.localNetwork());
  }

  /// Called by the connection.
  Optional<String> neighbour(String device, InetAddress from) {
    touch.touch(from);
    return known(device);
  }

  private Optional<String> known(String device) {
    return network.atMeterAddress().stream().filter(one -> one.via().equals(device) || one.via().isEmpty())
        .map(Neighbour::mac).findFirst();
  }

  /// Called by the connection, once.
  Restored leave(MacWay way, MacFormer former, JoinedNetwork meter, Duration limit) throws WifiException {
    joined = null;
    try {
      return way.leave(former, meter, limit);
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
    helper.close();
  }

  private void leaveJoined() {
    MacConnection still = joined;
    if (still != null)
      still.close();
  }

  private MacFormer former() throws WifiException {
    try {
      return told().map(JoinedNetwork::name).map(MacFormer::known).orElse(MacFormer.NONE);
    } catch (WifiException e) {
      requireLocationDenied(e);
      return MacFormer.UNKNOWN;
    }
  }

  private void goBack(MacWay way, MacFormer former, JoinedNetwork meter) {
    try {
      way.leave(former, meter, limits.restore());
    } catch (WifiException e) {
      LOG.warn("after a failed join: {}", e.getMessage());
    } finally {
      note.clear();
    }
  }

  /// A run of this program that ended at a meter left a note of where it came from.
  private void goBackAfterCrash() {
    if (noteRead || joined != null)
      return;
    noteRead = true;
    Optional<FormerNetworkNote.Former> abandoned = note.abandoned();
    if (abandoned.isEmpty())
      return;
    Optional<LocalAddress> atMeter = network.addresses().stream().filter(LocalAddress::inMeterNetwork).findFirst();
    MacFormer former = abandoned.get().network().map(MacFormer::known).orElse(MacFormer.UNKNOWN);
    atMeter.map(own -> new JoinedNetwork("", Optional.empty(), own.interfaceName()))
        .ifPresent(meter -> goBack(helper.exists() ? listing : blind, former, meter));
    note.clear();
  }
}
