package org.semcollector.app.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.clock.ClockEstimator;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.meter.FirmwareVersion;
import org.semcollector.protocol.meter.Ssid;

/// The rules by which facts become readings, whatever database is behind them.
///
/// Facts of a visit come from its first one on. A fact that was applied before changes nothing; a fact that could not
/// be stored must be applied before later ones of its visit.
public final class VisitIngest implements VisitProjection {
  /// Sending takes a minute or two, the restart some seconds; nobody saw the end.
  private static final Duration LONGEST_UPDATE = Duration.ofMinutes(10);

  private final IngestStore store;
  private final ClockEstimator estimator;
  private final Map<Ssid, VisitMemory> memories = new HashMap<>();

  public VisitIngest(IngestStore store, ClockEstimator estimator) {
    this.store = store;
    this.estimator = estimator;
  }

  @Override
  public synchronized Applied apply(VisitRef visit, VisitFact fact) throws StoreException {
    VisitMemory memory = memories.compute(visit.ssid(), (_, former) -> former != null
        && former.reference().equals(visit.reference()) ? former : new VisitMemory(visit.reference()));
    boolean changesStore = changesStore(fact, memory);
    memory.note(fact);
    return changesStore ? store(visit, fact, memory) : Applied.NOTHING;
  }

  private static boolean changesStore(VisitFact fact, VisitMemory memory) {
    return switch (fact) {
      case VisitFact.Received(_, Endpoint endpoint, int status, _) ->
        memory.readoutComplete() && endpoint == Endpoint.TELEMETRY && status == 200;
      case VisitFact.ReadoutComplete _,VisitFact.ClockSetSent _,VisitFact.ClockSetConfirmed _,VisitFact.EraseProven _,VisitFact.Ended _ ->
        true;
      case VisitFact.FirmwareSeen _ -> memory.firmwareSent().isPresent();
      case VisitFact.BrokenOff _,VisitFact.EraseSent _,VisitFact.TokenSent _,VisitFact.FirmwareSent _ -> false;
    };
  }

  private Applied store(VisitRef visit, VisitFact fact, VisitMemory memory) throws StoreException {
    String name = FactName.of(fact);
    Stored stored;
    try {
      stored = store.write(tx -> once(tx, visit, fact, memory, name));
    } catch (StoreException e) {
      if (memory.failedFact().isEmpty())
        memory.failed(name);
      throw e;
    }
    if (memory.failedFact().filter(name::equals).isPresent())
      memory.succeeded();
    proveStored(stored.readings());
    return stored.applied();
  }

  private Stored once(IngestTransaction tx, VisitRef visit, VisitFact fact, VisitMemory memory, String name)
      throws StoreException {
    Optional<Applied> before = tx.applied(visit, name);
    if (before.isPresent()) {
      return new Stored(new Applied(0, before.get().newReadings() + before.get().knownReadings()), List.of());
    }
    if (memory.failedFact().filter(failed -> !failed.equals(name)).isPresent()) {
      throw new StoreException(
          "An earlier part of this visit could not be stored in the database. Everything is safe in"
              + " the journal; run `sem rebuild` to make the database from it again.");
    }
    Stored stored = effect(tx, visit, fact, memory);
    tx.remember(visit, name, stored.applied());
    return stored;
  }

  private Stored effect(IngestTransaction tx, VisitRef visit, VisitFact fact, VisitMemory memory)
      throws StoreException {
    return switch (fact) {
      case VisitFact.ReadoutComplete(var at) -> memory.telemetry().isEmpty()
          ? Stored.NOTHING
          : new ReadoutIngest(tx, estimator, visit, memory, memory.telemetry().get(), at).first(at);
      case VisitFact.Received(var at, _, _, var body) ->
        new ReadoutIngest(tx, estimator, visit, memory, body, at).again();
      case VisitFact.ClockSetSent(_, var sent) ->
        clock(tx, visit, before -> memory.log().map(before::seen).orElse(before).sent(sent));
      case VisitFact.ClockSetConfirmed _ -> clock(tx, visit, ClockEvidence::confirmed);
      case VisitFact.EraseProven _ -> erased(tx, visit);
      case VisitFact.Ended(var at, var outcome, var sentence) -> {
        MeterState meter = tx.meter(visit.ssid()).ended(outcome);
        tx.save(tx.visit(visit).ended(at, outcome, sentence));
        tx.save(memory.readoutComplete() ? meter.collected(at) : meter);
        if (memory.firmwareSent().isPresent() && !memory.firmwareSeen())
          tx.restarted(meter, restart(meter, memory.firmwareSent().get(), OptionalInt.empty(),
              memory.firmwareSent().get().at().plus(LONGEST_UPDATE)));
        reportFirmware(tx, visit, memory, at);
        yield Stored.NOTHING;
      }
      case VisitFact.FirmwareSeen(var at, int number) -> {
        // a meter that went back to what it ran booted twice in a moment, or not at all: then its log has no boot there
        if (memory.firmwareSent().isPresent())
          tx.restarted(tx.meter(visit.ssid()), restart(tx.meter(visit.ssid()), memory.firmwareSent().get(),
              OptionalInt.of(number), at));
        yield Stored.NOTHING;
      }
      case VisitFact.BrokenOff _,VisitFact.EraseSent _,VisitFact.TokenSent _,VisitFact.FirmwareSent _ -> Stored.NOTHING;
    };
  }

  /// What the meter said before is what was last read from it.
  private static Restarts.Restart restart(MeterState meter, VisitFact.FirmwareSent sent, OptionalInt seen, Instant to) {
    return new Restarts.Restart(sent.at(), to, meter.firmwareVersion(), seen);
  }

  private static void reportFirmware(IngestTransaction tx, VisitRef visit, VisitMemory memory, Instant endedAt)
      throws StoreException {
    MeterState meter = tx.meter(visit.ssid());
    Optional<FirmwareReport> before = tx.lastFirmware(meter);
    for (FirmwareReport report : FirmwareStory.of(visit.ssid(), memory.firmware(), before))
      tx.report(meter, report);
    Optional<FirmwareVersion> runs = memory.version().flatMap(FirmwareVersion::decode);
    if (memory.firmware().isEmpty() && before.isPresent() && runs.isPresent()) {
      Optional<FirmwareReport> seen = FirmwareStory.seenLater(visit.ssid(), endedAt, runs.get(), before.get());
      if (seen.isPresent())
        tx.report(meter, seen.get());
    }
  }

  private static Stored clock(IngestTransaction tx, VisitRef visit,
      java.util.function.UnaryOperator<ClockEvidence> change) throws StoreException {
    MeterState meter = tx.meter(visit.ssid());
    tx.save(meter.withClock(change.apply(meter.clock())));
    return Stored.NOTHING;
  }

  private static Stored erased(IngestTransaction tx, VisitRef visit) throws StoreException {
    MeterState meter = tx.meter(visit.ssid());
    for (EpochState epoch : tx.epochs(meter.id())) {
      if (!epoch.openedAfterEraseOf().equals(Optional.of(visit.reference())))
        tx.save(meter.id(), epoch.ended(EpochState.End.PROVEN));
    }
    tx.save(meter.withClock(meter.clock().logErased()));
    tx.save(tx.visit(visit).withErased());
    return Stored.NOTHING;
  }

  /// Reads back what was committed: only then may the caller rely on it.
  private void proveStored(List<NewReading> readings) throws StoreException {
    if (readings.isEmpty())
      return;
    var found = new ArrayList<@Nullable Bytes>(readings.size());
    store.readBack(readings.getFirst().key(), readings.getLast().key(), (key, raw) -> {
      if (found.size() < readings.size() && readings.get(found.size()).key().equals(key))
        found.add(raw);
    });
    for (int i = 0; i < readings.size(); i++) {
      if (i >= found.size() || !readings.get(i).raw().equals(found.get(i))) {
        throw new StoreException("The database did not give back what was stored in it. Everything is safe in the"
            + " journal; run `sem rebuild` to make the database from it again.");
      }
    }
  }
}
