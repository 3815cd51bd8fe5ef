package org.semcollector.app.wifi.manual;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.JoinRequest;
import org.semcollector.app.wifi.JoinedNetwork;
import org.semcollector.app.wifi.Restored;
import org.semcollector.app.wifi.WifiAbility;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.protocol.meter.Ssid;

/// The system's radio, and beside it the meter that the user joined: it is listed with those heard, joined without
/// touching the radio, and left as it is. So everything that works over the air works by hand too.
public final class HandJoinAdapter implements WifiAdapter {
  /// Shown as the signal of a meter that is joined where the system does not tell it: near enough to talk.
  private static final int JOINED_DBM = -60;

  private final WifiAdapter system;
  private final HandJoinWatch watch;
  private final AtomicReference<@Nullable WifiFailure> lastFailure = new AtomicReference<>();
  /// Meters joined through the radio: they must not be taken for joined by hand.
  private final AtomicInteger joinedHere = new AtomicInteger();

  public HandJoinAdapter(WifiAdapter system, HandJoinWatch watch) {
    this.system = system;
    this.watch = watch;
  }

  /// What the user joined. Nothing while this program is joined to a meter itself.
  public HandJoin byHand(Progress progress) {
    return joinedHere.get() == 0 ? watch.look(progress) : new HandJoin.None();
  }

  /// Where a meter that is joined by hand answers.
  public URI meterUri() {
    return watch.meterUri();
  }

  @Override
  public WifiAbility ability() {
    return system.ability();
  }

  @Override
  public List<AccessPoint> scan(Duration limit, Progress progress) throws WifiException {
    Optional<Ssid> joined = byHand(progress).meter();
    try {
      var heard = new ArrayList<>(system.scan(limit, progress));
      joined.filter(meter -> heard.stream().noneMatch(point -> point.ssid().equals(meter)))
          .ifPresent(meter -> heard.add(point(meter)));
      return heard;
    } catch (WifiException e) {
      if (joined.isEmpty() || e.failure() instanceof WifiFailure.Cancelled)
        throw e;
      return List.of(point(joined.get()));
    }
  }

  @Override
  public Optional<JoinedNetwork> current() throws WifiException {
    return system.current();
  }

  @Override
  public Connection join(JoinRequest request, Progress progress) throws WifiException {
    Ssid wanted = request.meter().ssid();
    if (byHand(progress).meter().filter(wanted::equals).isPresent()
        && watch.lookAgain(progress) instanceof HandJoin.Meter meter && meter.ssid().equals(wanted))
      return new Joined(meter, watch.meterUri());
    try {
      Connection joined = system.join(request, progress);
      lastFailure.set(null);
      joinedHere.incrementAndGet();
      return new Counted(joined);
    } catch (WifiException e) {
      lastFailure.set(e.failure());
      throw e;
    }
  }

  /// Why the newest try to join a meter failed; empty when it did not.
  public Optional<WifiFailure> lastFailure() {
    return Optional.ofNullable(lastFailure.get());
  }

  @Override
  public void close() {
    system.close();
  }

  private static AccessPoint point(Ssid meter) {
    return AccessPoint.heard(meter, meter.mac(), JOINED_DBM);
  }

  /// A meter joined by the user stays joined: the user leaves it.
  private record Joined(HandJoin.Meter meter, URI meterUri) implements Connection {
    @Override
    public JoinedNetwork network() {
      return new JoinedNetwork(meter.ssid().value(), Optional.empty(), meter.address().interfaceName());
    }

    @Override
    public Optional<InetAddress> localAddress() {
      // a web server elsewhere, behind a forwarded port for one, is not reached from the meter's network
      return Optional.of(meter.address().address()).filter(_ -> meterUri.equals(MeterNetwork.WEB_SERVER));
    }

    @Override
    public Restored restore(Duration limit) {
      return new Restored(Optional.empty());
    }

    @Override
    public void close() {
      // nothing was changed
    }
  }

  /// A join of this program, for as long as it lasts.
  private final class Counted implements Connection {
    private final Connection joined;
    private boolean left;

    Counted(Connection joined) {
      this.joined = joined;
    }

    @Override
    public URI meterUri() {
      return joined.meterUri();
    }

    @Override
    public JoinedNetwork network() {
      return joined.network();
    }

    @Override
    public Optional<InetAddress> localAddress() {
      return joined.localAddress();
    }

    @Override
    public Optional<String> neighbour() {
      return joined.neighbour();
    }

    @Override
    public Restored restore(Duration limit) throws WifiException {
      try {
        return joined.restore(limit);
      } finally {
        leave();
      }
    }

    @Override
    public void close() {
      joined.close();
      leave();
    }

    private synchronized void leave() {
      if (!left)
        joinedHere.decrementAndGet();
      left = true;
    }
  }
}
