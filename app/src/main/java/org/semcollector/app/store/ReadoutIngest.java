package org.semcollector.app.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.clock.ClockEstimator;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.powerloss.PowerLossLog;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.ReadingCodec;
import org.semcollector.protocol.reading.SavePeriod;
import org.semcollector.protocol.readout.DecodedReadout;
import org.semcollector.protocol.readout.Readout;
import org.semcollector.protocol.readout.ReadoutDecoder;
import org.semcollector.protocol.readout.TokenState;

/// Stores what one telemetry body of a visit adds.
final class ReadoutIngest {
  private final IngestTransaction tx;
  private final VisitRef visit;
  private final VisitMemory memory;
  private final Instant receivedAt;
  private final Bytes telemetry;
  private final DecodedReadout decoded;
  private final ClockEstimator estimator;
  private final Instant madeAt;

  /// @param at when the fact happened that makes the readings storable
  ReadoutIngest(IngestTransaction tx, ClockEstimator estimator, VisitRef visit, VisitMemory memory, Bytes telemetry,
      Instant at) {
    this.tx = tx;
    this.visit = visit;
    this.memory = memory;
    this.telemetry = telemetry;
    receivedAt = memory.telemetryAt().orElse(at);
    this.estimator = estimator;
    madeAt = at;
    decoded = ReadoutDecoder.decode(
        new Readout(memory.version(), memory.token(), telemetry, memory.powerLosses(), receivedAt));
  }

  /// The readings before any clock set of this visit.
  Stored first(Instant at) throws StoreException {
    MeterState meter = identified(tx.meter(visit.ssid())).collected(at);
    StreamMatch match = match(meter);
    ClockEvidence clock = clock(meter.clock(), match);
    Stored stored = telemetry.isEmpty()
        ? endElsewhere(meter.withClock(clock))
        : store(meter.withClock(clock), match, (readings, periods) -> List.of(
            times(meter).estimate(readings, periods, clock.bootsSinceSet(log()), clock.setAt(), receivedAt)));
    tx.save(tx.visit(visit).withReadout(stored.applied(), log().boots(), held()));
    return stored;
  }

  /// The readings the meter saved since.
  Stored again() throws StoreException {
    MeterState meter = tx.meter(visit.ssid());
    if (telemetry.isEmpty())
      return memory.eraseSent() ? Stored.NOTHING : endElsewhere(meter);
    var reread = new RereadTimes(times(meter), memory.formerTelemetryAt().orElse(receivedAt), memory.clockSent(),
        receivedAt);
    Stored stored = store(meter, match(meter), (readings, periods) -> reread.place(readings, periods, log()));
    tx.save(tx.visit(visit).withMore(stored.applied().newReadings()));
    return stored;
  }

  private StretchTimes times(MeterState meter) {
    return new StretchTimes(estimator, visit.reference(), madeAt, new MeterRestarts(tx, meter));
  }

  private PowerLossLog log() {
    return decoded.powerLosses();
  }

  /// The whole records of the body, those before the first malformed byte.
  private Bytes stream() {
    return telemetry.slice(0, decoded.readings().size() * ReadingCodec.RECORD_LENGTH);
  }

  private StreamMatch match(MeterState meter) throws StoreException {
    return StreamMatch.of(tx, meter.id(), tx.epochs(meter.id()), stream());
  }

  private MeterState identified(MeterState meter) {
    OptionalInt version = memory.version().isPresent()
        ? OptionalInt.of(decoded.version().number())
        : OptionalInt.empty();
    return meter.identified(version, held().or(meter::token));
  }

  private Optional<MeterToken> held() {
    return decoded.token() instanceof TokenState.Present(MeterToken held) ? Optional.of(held) : Optional.empty();
  }

  private ClockEvidence clock(ClockEvidence before, StreamMatch match) {
    if (match.isForeign())
      return ClockEvidence.NONE.seen(log());
    if (match.newPositions().isEmpty())
      return before.isDecided() ? before.seen(log()) : before;
    int first = match.newPositions().getFirst();
    return before.decidedBy(decoded.readings().get(first).deviceMillis(), decoded.periods().get(first).length())
        .seen(log());
  }

  /// An empty meter with readings here that were not erased from here: somebody else did it.
  private Stored endElsewhere(MeterState meter) throws StoreException {
    boolean ended = false;
    for (EpochState epoch : tx.epochs(meter.id())) {
      if (epoch.end() == EpochState.End.OPEN) {
        tx.save(meter.id(), epoch.ended(EpochState.End.ELSEWHERE));
        ended = true;
      }
    }
    tx.save(ended ? meter.withClock(ClockEvidence.NONE.seen(log())) : meter);
    return Stored.NOTHING;
  }

  private interface Placing {
    List<TimedPart> place(List<Reading> readings, List<SavePeriod> periods) throws StoreException;
  }

  private Stored store(MeterState meter, StreamMatch match, Placing placing) throws StoreException {
    var applied = new VisitProjection.Applied(match.newPositions().size(), match.known());
    if (match.newPositions().isEmpty()) {
      tx.save(meter);
      return new Stored(applied, List.of());
    }
    Optional<String> afterErase = memory.eraseSent() ? Optional.of(visit.reference()) : Optional.empty();
    EpochState epoch = match.continued().map(known -> known.grownTo(stream()))
        .orElseGet(() -> EpochState.of(meter.epochs() + 1, stream(), afterErase));
    tx.save(meter.id(), epoch);
    var batch = new ReadingBatch(tx, meter.withEpochs(Math.max(meter.epochs(), epoch.number())), epoch.number());
    List<Reading> readings = match.newPositions().stream().map(decoded.readings()::get).toList();
    List<SavePeriod> periods = match.newPositions().stream().map(decoded.periods()::get).toList();
    return new Stored(applied,
        batch.insert(stream(), match.newPositions(), readings, periods, placing.place(readings, periods)));
  }
}
