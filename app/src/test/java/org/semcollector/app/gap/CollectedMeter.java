package org.semcollector.app.gap;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.semcollector.app.rollup.BucketQuery;
import org.semcollector.app.rollup.CoverageQuery;
import org.semcollector.app.rollup.KeptSumsFollower;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.VisitIngest;
import org.semcollector.app.store.h2.H2Store;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.clock.ClockEstimators;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.meter.MeterTimeCodec;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.simulator.Load;
import org.semcollector.protocol.simulator.MeterReply;
import org.semcollector.protocol.simulator.MeterRequest;
import org.semcollector.protocol.simulator.SimulatedMeter;

/// A simulated meter, the visits to it, and the database they fill.
final class CollectedMeter implements AutoCloseable {
  static final Ssid SSID = new Ssid("SEM-24:6f:28:00:00:07");
  static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final MeterToken TOKEN = new MeterToken("TestMetersToken00007", new java.util.UUID(7, 1));

  final SimulatedMeter meter;
  final H2Store store;
  private final VisitIngest ingest;

  CollectedMeter(Path folder, SimulatedMeter.Settings settings) throws StoreException {
    meter = new SimulatedMeter(settings);
    store = H2Store.open(folder.resolve("sem"), ZoneOffset.UTC, new KeptSumsFollower());
    ingest = new VisitIngest(store.ingest(), ClockEstimators.standard());
    meter.powerOn(START);
  }

  static SimulatedMeter.Settings settings() {
    return SimulatedMeter.Settings.of(SSID, 7).withLoad(Load.constant(500, 230)).withToken(TOKEN);
  }

  CollectedMeter hours(double hours) {
    meter.advanceTo(meter.now().plusSeconds((long) (3600 * hours)));
    return this;
  }

  void outage(double hours) {
    Instant off = meter.now();
    meter.powerOff(off);
    meter.powerOn(off.plusSeconds((long) (3600 * hours)));
  }

  Bytes ask(String path) {
    return meter.handle(MeterRequest.get(path)) instanceof MeterReply.Answer answer ? answer.body() : Bytes.EMPTY;
  }

  CollectedMeter setClock() {
    meter.handle(MeterRequest.post("/time", MeterTimeCodec.encode(meter.now())));
    return this;
  }

  void setToken(String accessToken) {
    meter.handle(MeterRequest.post("/token", new MeterToken(accessToken, new java.util.UUID(8, 1)).encode()));
  }

  /// One visit: readings, clock set, and the erase if wanted.
  void visit(boolean erase) throws StoreException {
    Instant at = meter.now();
    var visit = new VisitRef(SSID, at.toString().replace(':', '-'), at);
    tell(visit, received(Endpoint.VERSION, ask("/version")), received(Endpoint.TOKEN, ask("/token")),
        received(Endpoint.TELEMETRY, ask("/telemetry")), received(Endpoint.POWER_LOSS_LOG, ask("/powerloss_log")),
        new VisitFact.ReadoutComplete(tick()), new VisitFact.ClockSetSent(tick(), meter.now()));
    setClock();
    tell(visit, new VisitFact.ClockSetConfirmed(tick()));
    if (erase) {
      tell(visit, new VisitFact.EraseSent(tick()));
      ask("/reset");
      tell(visit, new VisitFact.EraseProven(tick()));
    }
    tell(visit, new VisitFact.Ended(tick(), "done", "Done."));
  }

  private void tell(VisitRef visit, VisitFact... facts) throws StoreException {
    for (VisitFact fact : facts)
      ingest.apply(visit, fact);
  }

  private VisitFact.Received received(Endpoint endpoint, Bytes body) {
    return new VisitFact.Received(tick(), endpoint, 200, body);
  }

  private Instant tick() {
    meter.advanceTo(meter.now().plusMillis(200));
    return meter.now();
  }

  GapQuery query(Instant now) {
    return new GapQuery(new CoverageQuery(store.keptSums()), store.meters(), store.corrections(),
        Clock.fixed(now, ZoneOffset.UTC));
  }

  List<Gap> gaps() throws StoreException {
    return query(meter.now()).gaps(SSID, Range.ALL);
  }

  BucketQuery buckets() {
    return new BucketQuery(store.readings(), store.keptSums(), query(meter.now()));
  }

  Duration covered() throws StoreException {
    return buckets().buckets(SSID, java.util.OptionalInt.empty(), ZoneOffset.UTC,
        org.semcollector.app.rollup.BucketUnit.YEAR, Range.ALL).stream()
        .map(org.semcollector.app.rollup.Bucket::covered).reduce(Duration.ZERO, Duration::plus);
  }

  @Override
  public void close() throws StoreException {
    store.close();
  }
}
