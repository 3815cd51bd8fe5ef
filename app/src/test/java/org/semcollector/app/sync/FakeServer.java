package org.semcollector.app.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.semcollector.app.sync.Trouble.Cause;
import org.semcollector.protocol.thingsboard.TelemetryBatch;
import org.semcollector.protocol.thingsboard.TelemetryPoint;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertFalse;

/// A server in memory that does to each request what its script says next, and is healthy once the script is over.
final class FakeServer implements TelemetryServer {
  /// What happens to one request.
  enum Fault {
    NONE, REFUSED, TOO_LARGE, NOT_SENT, BUSY, SERVER_ERROR, DONE_WITHOUT_REPLY, HALF_DONE_WITHOUT_REPLY, LOST, HALF_LOST, SIGN_IN, NOT_THINGSBOARD, NOT_ALLOWED, NO_SUCH_DEVICE, KILLED_BEFORE, KILLED_AFTER
  }

  /// The end of the process that syncs.
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /// Also read while other lanes upload, by whoever watches ticks.
  final Map<String, NavigableMap<Instant, OptionalDouble>> kept = new LinkedHashMap<>();
  final Map<String, NavigableMap<Instant, FirmwareNews>> firmware = new HashMap<>();
  final Map<String, String> tokens = new LinkedHashMap<>();
  final Set<Instant> poison = new HashSet<>();
  final Deque<Fault> script = new ArrayDeque<>();
  final List<Integer> uploads = new ArrayList<>();
  /// What was asked, in its order.
  final List<String> asked = new ArrayList<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  int signIns;
  int tokensAsked;
  int keptAsked;
  int tallies;
  int deletes;
  boolean neverTwice;
  Runnable afterUpload = () -> {};
  private final Map<String, Instant> sentAt = new HashMap<>();
  boolean mayDelete = true;
  int mostPoints = Integer.MAX_VALUE;
  int devicesPerPage = 2;
  private boolean dead;

  synchronized void device(String id, String name, String token) {
    names.put(id, name);
    tokens.put(token, id);
    kept.put(id, new ConcurrentSkipListMap<>());
  }

  synchronized void revive() {
    dead = false;
  }

  synchronized void dieIfDead() {
    if (dead) {
      throw new Killed();
    }
  }

  @Override
  public synchronized Answer<Identity> signIn() {
    signIns++;
    return scripted("sign in", () -> new Identity(Optional.of("4.3")));
  }

  @Override
  public synchronized Answer<DevicePage> devices(int page) {
    var all = names.entrySet().stream().map(e -> new Device(e.getKey(), e.getValue())).toList();
    int from = Math.min(all.size(), page * devicesPerPage);
    int to = Math.min(all.size(), from + devicesPerPage);
    return scripted("devices " + page, () -> new DevicePage(all.subList(from, to), to < all.size()));
  }

  @Override
  public synchronized Answer<Optional<String>> accessToken(Device device) {
    tokensAsked++;
    return scripted("token " + device.id(),
        () -> tokens.entrySet().stream().filter(e -> e.getValue().equals(device.id()))
            .map(Map.Entry::getKey).findFirst());
  }

  @Override
  public synchronized Answer<Receipt> upload(Device device, TelemetryBatch batch) {
    return take(device.id(), batch, Receipt.STORED);
  }

  @Override
  public synchronized Answer<Receipt> uploadByToken(String accessToken, TelemetryBatch batch) {
    String id = tokens.get(accessToken);
    return id == null
        ? Answer.not(new Trouble.NoSuchDevice("The server does not know the meter's access token"))
        : take(id, batch, Receipt.ACCEPTED);
  }

  // Readings are told apart by the meter's own stamp.
  private void put(String id, TelemetryPoint point) {
    requireNonNull(kept.get(id)).put(stamp(point), energy(point));
    Instant former = sentAt.put(id + point.reading().deviceMillis(), stamp(point));
    if (neverTwice && former != null && !former.equals(stamp(point))) {
      assertFalse(requireNonNull(kept.get(id)).containsKey(former), () -> "there twice: " + point);
    }
  }

  private Answer<Receipt> take(String id, TelemetryBatch batch, Receipt receipt) {
    uploads.add(batch.points().size());
    Fault fault = next("upload " + id + " " + batch.points().size());
    Optional<Trouble> trouble = before(fault);
    if (trouble.isPresent()) {
      return Answer.not(trouble.get());
    }
    if (batch.points().size() > mostPoints) {
      return Answer.not(new Trouble.TooLarge("status 413"));
    }
    if (batch.points().stream().anyMatch(p -> poison.contains(stamp(p)))) {
      return Answer.not(new Trouble.Refused("status 400, \"poison\""));
    }
    int stored = switch (fault) {
      case LOST -> 0;
      case HALF_LOST, HALF_DONE_WITHOUT_REPLY -> batch.points().size() / 2;
      default -> batch.points().size();
    };
    batch.points().stream().limit(stored).forEach(p -> put(id, p));
    afterUpload.run();
    Optional<Trouble> late = after(fault);
    return late.isPresent() ? Answer.not(late.get()) : Answer.ok(receipt);
  }

  @Override
  public synchronized Answer<Receipt> report(Device device, List<FirmwareNews> news) {
    return keep(device.id(), news, Receipt.STORED);
  }

  @Override
  public synchronized Answer<Receipt> reportByToken(String accessToken, List<FirmwareNews> news) {
    String id = tokens.get(accessToken);
    return id == null
        ? Answer.not(new Trouble.NoSuchDevice("The server does not know the meter's access token"))
        : keep(id, news, Receipt.ACCEPTED);
  }

  private Answer<Receipt> keep(String id, List<FirmwareNews> news, Receipt receipt) {
    Fault fault = next("firmware " + id + " " + news.size());
    Optional<Trouble> trouble = before(fault);
    if (trouble.isPresent()) {
      return Answer.not(trouble.get());
    }
    int stored = switch (fault) {
      case LOST -> 0;
      case HALF_LOST, HALF_DONE_WITHOUT_REPLY -> news.size() / 2;
      default -> news.size();
    };
    var states = firmware.computeIfAbsent(id, _ -> new TreeMap<>());
    news.stream().limit(stored).forEach(one -> states.put(one.at(), one));
    Optional<Trouble> late = after(fault);
    return late.isPresent() ? Answer.not(late.get()) : Answer.ok(receipt);
  }

  @Override
  public synchronized Answer<Map<Instant, String>> firmwareStates(Device device, Span span) {
    return scripted("firmware states " + device.id(), () -> {
      var states = new HashMap<Instant, String>();
      firmware.getOrDefault(device.id(), new TreeMap<>()).subMap(span.from(), true, span.to(), false)
          .forEach((at, one) -> states.put(at, one.state()));
      return states;
    });
  }

  @Override
  public synchronized Answer<Tally> tally(Device device, Span span) {
    tallies++;
    return scripted("tally " + device.id() + " " + span, () -> {
      var in = requireNonNull(kept.get(device.id())).subMap(span.from(), true, span.to(), false);
      var energies = in.values().stream().filter(OptionalDouble::isPresent).mapToDouble(OptionalDouble::getAsDouble);
      var sums = energies.summaryStatistics();
      return new Tally(in.size(), sums.getCount(), sums.getSum());
    });
  }

  @Override
  public synchronized Answer<KeptPage> kept(Device device, Span span) {
    keptAsked++;
    return scripted("kept " + device.id() + " " + span, () -> {
      var in = requireNonNull(kept.get(device.id())).subMap(span.from(), true, span.to(), false);
      var page = in.entrySet().stream().limit(300).map(e -> new Kept(e.getKey(), e.getValue())).toList();
      return new KeptPage(page, page.size() < 300
          ? Optional.empty()
          : Optional.of(page.getLast().at().plusMillis(1)));
    });
  }

  @Override
  public synchronized Answer<Long> values(Device device, Span span) {
    return scripted("values " + device.id() + " " + span, () -> (long) in(device, span).size());
  }

  @Override
  public synchronized Answer<Deleted> delete(Device device, Span span) {
    deletes++;
    Fault fault = next("delete " + device.id() + " " + span);
    Optional<Trouble> trouble = before(fault);
    if (trouble.isPresent()) {
      return Answer.not(trouble.get());
    }
    if (!mayDelete) {
      return Answer.not(new Trouble.NotAllowed("The sign-in may not do this"));
    }
    var in = in(device, span);
    int kept = switch (fault) {
      case LOST -> in.size();
      case HALF_LOST, HALF_DONE_WITHOUT_REPLY -> in.size() / 2;
      default -> 0;
    };
    in.keySet().stream().skip(kept).toList().forEach(in::remove);
    Optional<Trouble> late = after(fault);
    return late.isPresent() ? Answer.not(late.get()) : Answer.ok(new Deleted());
  }

  private NavigableMap<Instant, OptionalDouble> in(Device device, Span span) {
    return requireNonNull(kept.get(device.id())).subMap(span.from(), true, span.to(), false);
  }

  private <T> Answer<T> scripted(String what, Supplier<T> value) {
    Fault fault = next(what);
    Optional<Trouble> trouble = before(fault).or(() -> after(fault));
    return trouble.isPresent() ? Answer.not(trouble.get()) : Answer.ok(value.get());
  }

  private Fault next(String what) {
    dieIfDead();
    Fault fault = script.isEmpty() ? Fault.NONE : script.remove();
    asked.add(what + " " + fault);
    return fault;
  }

  private Optional<Trouble> before(Fault fault) {
    return switch (fault) {
      case REFUSED -> Optional.of(new Trouble.Refused("status 400, \"scripted\""));
      case TOO_LARGE -> Optional.of(new Trouble.TooLarge("status 413"));
      case NOT_SENT -> retry(Cause.NOT_SENT, "The server could not be reached");
      case BUSY -> Optional.of(new Trouble.RetryLater(Optional.of(Duration.ofSeconds(2)), Cause.BUSY, "Busy"));
      case SERVER_ERROR -> retry(Cause.SERVER_ERROR, "The server failed");
      case SIGN_IN -> Optional.of(new Trouble.SignInAgain("status 401"));
      case NOT_THINGSBOARD -> Optional.of(new Trouble.NotThingsBoard("a web page titled \"Hotel\""));
      case NOT_ALLOWED -> Optional.of(new Trouble.NotAllowed("The sign-in may not do this"));
      case NO_SUCH_DEVICE -> Optional.of(new Trouble.NoSuchDevice("The server no longer knows the device"));
      case KILLED_BEFORE -> throw kill();
      case NONE, DONE_WITHOUT_REPLY, HALF_DONE_WITHOUT_REPLY, LOST, HALF_LOST, KILLED_AFTER -> Optional.empty();
    };
  }

  private Optional<Trouble> after(Fault fault) {
    return switch (fault) {
      case DONE_WITHOUT_REPLY, HALF_DONE_WITHOUT_REPLY -> retry(Cause.NO_REPLY, "The connection broke");
      case KILLED_AFTER -> throw kill();
      default -> Optional.empty();
    };
  }

  private Killed kill() {
    dead = true;
    return new Killed();
  }

  private static Optional<Trouble> retry(Cause cause, String reason) {
    return Optional.of(new Trouble.RetryLater(Optional.empty(), cause, reason));
  }

  static Instant stamp(TelemetryPoint point) {
    return Instant.ofEpochMilli(point.tsMillis());
  }

  private static OptionalDouble energy(TelemetryPoint point) {
    double kwh = point.period().energyKwh(point.reading());
    return Double.isFinite(kwh) ? OptionalDouble.of(kwh) : OptionalDouble.empty();
  }

  @Override
  public void close() {}
}
