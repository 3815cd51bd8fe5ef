package org.semcollector.app.sync;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.semcollector.app.store.Outbox.Entry;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.sync.TelemetryServer.Receipt;
import org.semcollector.app.sync.Trouble.Cause;
import org.semcollector.app.sync.Trouble.RetryLater;
import org.semcollector.protocol.thingsboard.TelemetryBatch;
import org.semcollector.protocol.thingsboard.TelemetryBatcher;
import org.semcollector.protocol.thingsboard.TelemetryPoint;

/// Brings batches of one meter to the server: sent, proven, cut smaller, or set aside. A batch may be delivered only in
/// part; what was not stays in the outbox as it was, and comes again with the next look at it.
final class Delivery {
  static final int LARGEST = 1_000;
  /// So many single refusals without a success mean that the server refuses the meter, not its readings.
  private static final int REFUSED_IN_A_ROW = 20;

  private final MeterWork work;
  private final AtomicInteger size = new AtomicInteger(LARGEST);
  private final AtomicInteger refusedInARow = new AtomicInteger();

  Delivery(MeterWork work) {
    this.work = work;
  }

  /// How many readings a batch should have now.
  int size() {
    return size.get();
  }

  /// Delivers at least one of the entries, or ends the work on the meter.
  ///
  /// @param entries oldest first, of the same state
  void deliver(List<Entry> entries) throws Halt, StoreException {
    Expected expected = work.expected(entries);
    List<Entry> batch = work.setAsideDoubled(entries, expected);
    int failures = 0;
    while (!batch.isEmpty()) {
      TelemetryBatch sent = firstRequest(batch.stream().map(this::point).toList());
      batch = batch.subList(0, sent.points().size());
      switch (work.calls().upload(() -> upload(sent))) {
        case Answer.Ok<Receipt>(Receipt receipt) -> {
          List<Entry> missing = taken(batch, receipt, batch.size() == entries.size() ? expected : work.expected(batch));
          if (!missing.isEmpty()) {
            work.calls().waitAfter(++failures, notShown(missing.size()));
          }
          batch = missing;
        }
        case Answer.Not<Receipt>(RetryLater later) -> {
          work.calls().waitAfter(++failures, later);
          batch = smaller(arrivedAnyway(batch, later), later);
        }
        case Answer.Not<Receipt>(Trouble refusal) -> {
          refused(batch, refusal);
          return;
        }
      }
    }
  }

  private Answer<Receipt> upload(TelemetryBatch batch) {
    return switch (work.route()) {
      case Route.SignedIn(TelemetryServer.Device device) -> work.server().upload(device, batch);
      case Route.ByToken(String token) -> work.server().uploadByToken(token, batch);
      case Route.None(String sentence) -> throw new IllegalStateException(sentence);
    };
  }

  /// @return what the server took but does not show
  private List<Entry> taken(List<Entry> batch, Receipt receipt, Expected expected) throws Halt, StoreException {
    refusedInARow.set(0);
    size.updateAndGet(now -> Math.min(LARGEST, Math.max(now, batch.size() * 2)));
    return switch (receipt) {
      case ACCEPTED -> {
        work.accepted(batch);
        yield List.of();
      }
      case STORED -> work.prove(batch, expected);
    };
  }

  // A request without a reply may have been done: look before sending it again.
  private List<Entry> arrivedAnyway(List<Entry> batch, RetryLater later) throws Halt, StoreException {
    return later.cause() == Cause.NO_REPLY && work.canProve() ? work.prove(batch, work.expected(batch)) : batch;
  }

  // ThingsBoard's device API says 500 also when a request holds more than its limits can ever pass, and a body that is
  // too large for a proxy can end as a reset: less at a time may go through.
  private List<Entry> smaller(List<Entry> batch, RetryLater later) {
    if (batch.size() < 2 || later.cause() == Cause.NOT_SENT || later.cause() == Cause.BUSY) {
      return batch;
    }
    int less = Math.max(1, batch.size() / 4);
    size.set(less);
    return batch.subList(0, less);
  }

  private void refused(List<Entry> batch, Trouble refusal) throws Halt, StoreException {
    if (batch.size() > 1) {
      int half = batch.size() / 2;
      deliver(batch.subList(0, half));
      deliver(batch.subList(half, batch.size()));
    } else if (refusedInARow.incrementAndGet() > REFUSED_IN_A_ROW) {
      throw Halt.meter(ServerCalls.stays("The server refuses one reading after the other: " + refusal.reason()));
    } else {
      work.setAside(batch, refusal.reason());
    }
  }

  // The points that fit one request: all of them, but for extreme numbers.
  private static TelemetryBatch firstRequest(List<TelemetryPoint> points) {
    return TelemetryBatcher.STANDARD.first(points);
  }

  private TelemetryPoint point(Entry entry) {
    var reading = entry.reading();
    return new TelemetryPoint(reading.raw(), reading.period(), reading.time(), OptionalDouble.of(entry.kwhTotal()),
        work.threePhase());
  }

  private static RetryLater notShown(int readings) {
    return new RetryLater(Optional.empty(), Cause.BUSY,
        "The server said it stored " + readings + (readings == 1 ? " reading" : " readings")
            + " but does not show them");
  }
}
