package org.semcollector.app.correct;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.store.ReadingKey;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.store.Stretch;
import org.semcollector.app.store.VisitRow;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.clock.ClockProblem;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.meter.MeterTimeCodec;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.powerloss.DecodedPowerLosses;
import org.semcollector.protocol.powerloss.PowerLossCodec;
import org.semcollector.protocol.powerloss.PowerLossLog;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.ReadingCodec;
import org.semcollector.protocol.reading.SavePeriod;
import org.semcollector.protocol.simulator.HouseholdLoad;
import org.semcollector.protocol.simulator.MeterReply;
import org.semcollector.protocol.simulator.MeterRequest;
import org.semcollector.protocol.simulator.SimulatedMeter;

/// A simulated meter whose power fails and that is visited now and then: read, its clock set, erased.
public final class VisitedMeter {
  static final Ssid SSID = new Ssid("SEM-24:6f:28:ab:cd:01");
  static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  private final SimulatedMeter meter = new SimulatedMeter(
      SimulatedMeter.Settings.of(SSID, 3).withLoad(HouseholdLoad.asMeasured()));
  private final List<Instant> truth = new ArrayList<>();
  private Instant clockSetAt;
  private Instant now = START;
  private int epoch = 1;

  VisitedMeter() {
    meter.powerOn(now);
    clockSetAt = setClock();
    meter.handle(MeterRequest.get("/reset"));
  }

  /// Time passes with power.
  VisitedMeter run(Duration length) {
    now = now.plus(length);
    meter.advanceTo(now);
    return this;
  }

  /// Time passes without.
  VisitedMeter off(Duration length) {
    meter.powerOff(now);
    now = now.plus(length);
    meter.powerOn(now);
    return this;
  }

  Instant now() {
    return now;
  }

  /// Reads the meter into a store, as a visit does, sets its clock and erases it.
  VisitedMeter visit(FakeStore store) {
    List<Reading> readings = ReadingCodec.decode(get("/telemetry")).readings();
    PowerLossLog log = switch (PowerLossCodec.decode(get("/powerloss_log"))) {
      case DecodedPowerLosses.Complete(PowerLossLog whole) -> whole;
      case DecodedPowerLosses.Malformed(PowerLossLog part, _, _) -> part;
    };
    int known = truth.size();
    for (int i = 0; i < readings.size(); i++)
      truth.add(meter.truth().get(known + i).measuredAt());
    List<SavePeriod> periods = readings.stream().map(_ -> SavePeriod.HOUR).toList();
    var problem = new ClockProblem(readings, periods, log, Optional.of(clockSetAt), now);
    List<CorrectedTime> times = Placing.EXACT.estimate(problem);
    var stored = new ArrayList<StoredReading>();
    for (int i = 0; i < readings.size(); i++)
      stored.add(new StoredReading(new ReadingKey(1, epoch, i).value(), SSID, known + i, readings.get(i),
          SavePeriod.HOUR, times.get(i)));
    if (!stored.isEmpty())
      store.add(new Stretch("visit-" + epoch, Optional.of(clockSetAt), log.entries(), now, "even", 1, now), stored);
    epoch++;
    clockSetAt = setClock();
    meter.handle(MeterRequest.get("/reset"));
    return this;
  }

  /// The true times of all readings collected, in order.
  List<Instant> truth() {
    return List.copyOf(truth);
  }

  List<org.semcollector.protocol.simulator.TrueOutage> outages() {
    return meter.outages();
  }

  static FakeStore store() {
    return new FakeStore(SSID, ZoneOffset.UTC);
  }

  /// Three visits in four months, with outages of all kinds.
  public static FakeStore sample() {
    FakeStore store = store();
    var meter = new VisitedMeter();
    meter.run(Duration.ofDays(21)).off(Duration.ofMinutes(350)).run(Duration.ofMinutes(9 * 1440 + 7)).visit(store);
    meter.run(Duration.ofDays(12)).off(Duration.ofHours(5)).run(Duration.ofDays(8)).off(Duration.ofHours(30))
        .run(Duration.ofDays(3)).off(Duration.ofHours(2)).run(Duration.ofMinutes(30)).off(Duration.ofHours(1))
        .run(Duration.ofMinutes(11 * 1440 + 47)).visit(store);
    meter.run(Duration.ofDays(9)).off(Duration.ofHours(9)).run(Duration.ofDays(14)).off(Duration.ofHours(4))
        .run(Duration.ofMinutes(6 * 1440 + 29)).visit(store);
    return store;
  }

  /// The visits of [#sample].
  public static List<VisitRow> sampleVisits() {
    return sample().stretches(SSID).stream().map(stretch -> stretch.evidence())
        .map(told -> new VisitRow(SSID, told.visit(), told.collectedAt(), Optional.of(told.collectedAt()), "done", 1, 0,
            true, 1, "Said.", Optional.empty()))
        .toList();
  }

  private Instant setClock() {
    Instant at = now.truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    meter.handle(MeterRequest.post("/time", MeterTimeCodec.encode(at)));
    return at;
  }

  private Bytes get(String path) {
    return ((MeterReply.Answer) meter.handle(MeterRequest.get(path))).body();
  }
}
