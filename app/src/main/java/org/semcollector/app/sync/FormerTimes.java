package org.semcollector.app.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StaleStamps;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.sync.TelemetryServer.Deleted;
import org.semcollector.app.sync.TelemetryServer.Device;
import org.semcollector.app.sync.TelemetryServer.Span;
import org.semcollector.app.sync.Trouble.Cause;
import org.semcollector.app.sync.Trouble.RetryLater;
import org.semcollector.protocol.thingsboard.TelemetryPoint;

/// Removes from the server what it has of readings at times that are theirs no more, before they are sent with their
/// new times: the other way round, a run that ends between the two would leave their energy there twice.
///
/// A stamp is forgotten only after the server has shown that nothing is left there. Stamps of others, such as those of
/// the phone app, are never inside a span that is deleted.
final class FormerTimes {
  private static final int AT_ONCE = 1_000;

  private final MeterWork work;
  private final StaleStamps stale;

  FormerTimes(MeterWork work, StaleStamps stale) {
    this.work = work;
    this.stale = stale;
  }

  /// @return whether none is left; false when the sign-in may not delete
  boolean remove(Device device) throws Halt, StoreException {
    while (true) {
      work.calls().stopIfAsked();
      List<Long> stamps = stale.next(work.ssid(), Long.MIN_VALUE, AT_ONCE);
      if (stamps.isEmpty()) {
        return true;
      }
      // what can never be sent was never there
      List<Long> never = stamps.stream().filter(stamp -> !TelemetryPoint.canBeUploaded(Instant.ofEpochMilli(stamp)))
          .toList();
      if (!never.isEmpty()) {
        stale.deleted(work.ssid(), never);
      } else if (!remove(device, stamps)) {
        return false;
      }
    }
  }

  private boolean remove(Device device, List<Long> stamps) throws Halt, StoreException {
    if (isEmpty(device, span(stamps))) {
      forget(stamps);
      return true;
    }
    var mayDelete = new AtomicBoolean(true);
    var removals = new ArrayList<Lanes.Work>();
    for (List<Long> run : runs(stamps, others(device, stamps))) {
      removals.add(() -> {
        if (mayDelete.get() && !removeRun(device, run)) {
          mayDelete.set(false);
        }
      });
    }
    work.lanes().all("former-" + work.ssid(), ServerCalls.IN_FLIGHT, removals);
    return mayDelete.get();
  }

  /// Stamps in the span that are not to be deleted: those of proven readings, and those of others.
  private Set<Long> others(Device device, List<Long> stamps) throws Halt, StoreException {
    Span span = span(stamps);
    var others = new HashSet<Long>();
    new ReadBack(work.server(), work.calls()).forEach(device, span,
        kept -> others.add(kept.at().toEpochMilli()), () -> false);
    stamps.forEach(others::remove);
    others.removeAll(unproven(new Range(span.from(), span.to())));
    return others;
  }

  /// Times of readings that are sent, or looked for, after this.
  private Set<Long> unproven(Range range) throws StoreException {
    var unproven = new HashSet<Long>();
    work.stores().readings().forEach(work.ssid(), range, r -> unproven.add(r.time().measuredAt().toEpochMilli()));
    work.stores().outbox().forEachProven(work.ssid(), range,
        r -> unproven.remove(r.time().measuredAt().toEpochMilli()));
    return unproven;
  }

  /// The stamps cut wherever another one lies between them.
  static List<List<Long>> runs(List<Long> stamps, Set<Long> others) {
    var cuts = new TreeSet<>(others);
    var runs = new ArrayList<List<Long>>();
    int from = 0;
    for (int i = 1; i <= stamps.size(); i++) {
      if (i == stamps.size() || !cuts.subSet(stamps.get(i - 1), stamps.get(i)).isEmpty()) {
        runs.add(stamps.subList(from, i));
        from = i;
      }
    }
    return runs;
  }

  private boolean removeRun(Device device, List<Long> run) throws Halt, StoreException {
    Span span = span(run);
    int failures = 0;
    do {
      if (failures > 0) {
        work.calls().waitAfter(failures, stillThere(run.size()));
      }
      failures++;
      if (!delete(device, span)) {
        return false;
      }
    } while (!isEmpty(device, span));
    forget(run);
    return true;
  }

  /// @return false when the sign-in may not delete
  private boolean delete(Device device, Span span) throws Halt {
    Optional<Deleted> deleted = work.calls().get(() -> switch (work.server().delete(device, span)) {
      case Answer.Ok<Deleted>(Deleted done) -> Answer.ok(Optional.of(done));
      case Answer.Not<Deleted>(Trouble.NotAllowed _) -> Answer.ok(Optional.empty());
      case Answer.Not<Deleted>(Trouble trouble) -> Answer.not(trouble);
    });
    return deleted.isPresent();
  }

  private boolean isEmpty(Device device, Span span) throws Halt {
    return work.calls().get(() -> work.server().values(device, span)) == 0;
  }

  private void forget(List<Long> stamps) throws StoreException {
    stale.deleted(work.ssid(), stamps);
    work.count().deleted(stamps.size());
  }

  private static Span span(List<Long> stamps) {
    return new Span(Instant.ofEpochMilli(stamps.getFirst()), Instant.ofEpochMilli(stamps.getLast() + 1));
  }

  private static RetryLater stillThere(int stamps) {
    return new RetryLater(Optional.empty(), Cause.BUSY, "The server said it deleted " + stamps
        + (stamps == 1 ? " former time" : " former times") + " of readings but still shows values there");
  }
}
