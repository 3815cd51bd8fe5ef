package org.semcollector.app.store;

import java.time.Instant;
import java.util.ArrayList;
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
  private final ReadoutTimes times;
  private final Instant receivedAt;
  private final Bytes telemetry;
  private final DecodedReadout decoded;

  /// @param at when the fact happened that makes the readings storable
  ReadoutIngest(IngestTransaction tx, ClockEstimator estimator, VisitRef visit, VisitMemory memory, Bytes telemetry,
      Instant at) {
    this.tx = tx;
    this.visit = visit;
    this.memory = memory;
    this.telemetry = telemetry;
    receivedAt = memory.telemetryAt().orElse(at);
    times = new ReadoutTimes(estimator, visit.reference(), at);
    decoded = ReadoutDecoder.decode(
        new Readout(memory.version(), memory.token(), telemetry, memory.powerLosses(), receivedAt));
  }

  /// The readings before any clock set of this visit.
  Stored first(Instant at) throws StoreException {
    MeterState meter = identified(tx.meter(visit.ssid())).collected(at);
    Stored stored = store(meter, true);
    tx.save(tx.visit(visit).withReadout(stored.applied(), decoded.powerLosses().boots()));
    return stored;
  }

  /// The readings the meter saved since.
  Stored again() throws StoreException {
    Stored stored = store(tx.meter(visit.ssid()), false);
    tx.save(tx.visit(visit).withMore(stored.applied().newReadings()));
    return stored;
  }

  private MeterState identified(MeterState meter) {
    OptionalInt version = memory.version().isPresent()
        ? OptionalInt.of(decoded.version().number())
        : OptionalInt.empty();
    Optional<MeterToken> token = decoded.token() instanceof TokenState.Present(MeterToken held)
        ? Optional.of(held)
        : meter.token();
    return meter.identified(version, token);
  }

  private Stored store(MeterState meter, boolean first) throws StoreException {
    List<EpochState> epochs = tx.epochs(meter.id());
    if (telemetry.isEmpty())
      return empty(meter, epochs);
    Bytes stream = telemetry.slice(0, decoded.readings().size() * ReadingCodec.RECORD_LENGTH);
    StreamMatch match = StreamMatch.of(tx, meter.id(), epochs, stream);
    var applied = new VisitProjection.Applied(match.newPositions().size(), match.known());
    if (match.newPositions().isEmpty()) {
      tx.save(meter);
      return new Stored(applied, List.of());
    }
    EpochState epoch = match.continued().map(known -> known.grownTo(stream)).orElseGet(() -> EpochState.of(
        meter.epochs() + 1, stream, memory.eraseSent() ? Optional.of(visit.reference()) : Optional.empty()));
    boolean strange = match.continued().isEmpty() && match.known() == 0 && !epochs.isEmpty();
    MeterState base = meter.withEpochs(Math.max(meter.epochs(), epoch.number()))
        .withClock(strange && first ? meter.clock().erasedElsewhere() : meter.clock());
    tx.save(meter.id(), epoch);
    return new Stored(applied, insert(base, epoch, stream, match.newPositions(), first));
  }

  /// An empty meter with readings here that were not erased from here: somebody else did it.
  private Stored empty(MeterState meter, List<EpochState> epochs) throws StoreException {
    boolean elsewhere = false;
    for (EpochState epoch : epochs) {
      if (epoch.end() == EpochState.End.OPEN && !memory.eraseSent()) {
        tx.save(meter.id(), epoch.ended(EpochState.End.ELSEWHERE));
        elsewhere = true;
      }
    }
    tx.save(elsewhere ? meter.withClock(meter.clock().erasedElsewhere()) : meter);
    return Stored.NOTHING;
  }

  private List<NewReading> insert(MeterState meter, EpochState epoch, Bytes stream, List<Integer> positions,
      boolean first)
      throws StoreException {
    List<Reading> readings = positions.stream().map(decoded.readings()::get).toList();
    List<SavePeriod> periods = positions.stream().map(decoded.periods()::get).toList();
    ClockEvidence clock = meter.clock();
    if (first)
      clock = clock.decidedBy(readings.getFirst().deviceMillis(), periods.getFirst().length());
    List<TimedPart> parts = first
        ? List.of(times.estimate(readings, periods, clock.newBoots(decoded.powerLosses()), clock.setAt(), receivedAt))
        : new RereadTimes(times, memory.formerTelemetryAt().orElse(receivedAt), memory.clockSent(), receivedAt)
            .place(readings, periods, log());
    var all = new ArrayList<NewReading>(positions.size());
    ChannelEnergy energy = meter.energy();
    var unique = UniqueTimes.of(tx, meter.id(), parts.stream().flatMap(part -> part.times().stream()).toList());
    for (TimedPart part : parts) {
      int from = all.size();
      for (int i = 0; i < part.times().size(); i++) {
        int n = all.size();
        Reading reading = readings.get(n);
        energy = energy.plus(reading.channel(), periods.get(n).energyKwh(reading));
        all.add(new NewReading(new ReadingKey(meter.id(), epoch.number(), positions.get(n)), meter.readings() + n,
            StreamMatch.record(stream, positions.get(n)), periods.get(n), unique.take(part.times().get(i)),
            energy.of(reading.channel())));
      }
      tx.insert(part.stretch(), all.subList(from, all.size()));
    }
    tx.save(meter.withReadings(meter.readings() + all.size(), energy)
        .withClock(first ? clock.afterStretch(decoded.powerLosses()) : clock));
    return all;
  }

  private PowerLossLog log() {
    return decoded.powerLosses();
  }
}
