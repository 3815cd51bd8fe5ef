package org.semcollector.app.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.Outbox;
import org.semcollector.app.store.Outbox.Entry;
import org.semcollector.app.store.ReadingStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.sync.SyncListener.Settled;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.thingsboard.TelemetryPoint;

/// One meter in one run: its route, and the steps that change its outbox. Used by several threads at once.
final class MeterWork {
  private final Ssid ssid;
  private final Route route;
  private final RunContext run;
  private final boolean threePhase;

  MeterWork(MeterRow meter, Route route, RunContext run) throws StoreException {
    this.ssid = meter.ssid();
    this.route = route;
    this.run = run;
    this.threePhase = hasSeveralPhases(meter);
  }

  Ssid ssid() {
    return ssid;
  }

  Route route() {
    return route;
  }

  TelemetryServer server() {
    return run.server();
  }

  ServerCalls calls() {
    return run.calls();
  }

  Lanes lanes() {
    return run.lanes();
  }

  SyncStores stores() {
    return run.stores();
  }

  SyncOptions options() {
    return run.options();
  }

  RunCount count() {
    return run.count();
  }

  /// Number of the run.
  long turn() {
    return run.turn();
  }

  RandomGenerator random() {
    return run.random();
  }

  boolean threePhase() {
    return threePhase;
  }

  boolean canProve() {
    return route instanceof Route.SignedIn;
  }

  /// The next entries after a key, by their time.
  List<Entry> entries(Outbox.State state, long afterKey, int limit) throws StoreException {
    var entries = new ArrayList<>(stores().outbox().entries(ssid, state, afterKey, limit));
    entries.sort(Comparator.comparing(entry -> entry.reading().time().measuredAt()));
    return entries;
  }

  Expected expected(List<Entry> entries) throws StoreException {
    return Expected.of(stores().readings(), ssid, entries);
  }

  /// Reads back; what is seen leaves the outbox.
  ///
  /// @return what the server is not seen to have
  List<Entry> prove(List<Entry> entries, Expected expected) throws Halt, StoreException {
    if (!(route instanceof Route.SignedIn(TelemetryServer.Device device))) {
      throw new IllegalStateException("nothing can be read back by device token");
    }
    List<Entry> missing = new Proof(server(), calls(), stores().outbox()).missing(device, entries, expected);
    count().settled(ssid, Settled.PROVEN, entries.size() - missing.size());
    return missing;
  }

  void accepted(List<Entry> entries) throws StoreException {
    stores().outbox().accepted(readings(entries));
    count().settled(ssid, Settled.ACCEPTED, entries.size());
  }

  void setAside(List<Entry> entries, String reason) throws StoreException {
    stores().outbox().refused(readings(entries), reason);
    count().settled(ssid, Settled.REFUSED, entries.size());
  }

  /// Sets aside what no ThingsBoard keeps: stamps outside 2000 to 2100 are lost silently or break its partitions.
  ///
  /// @return the others
  List<Entry> setAsideOutOfTime(List<Entry> entries) throws StoreException {
    return setAsideIf(entries, e -> !TelemetryPoint.canBeUploaded(e.reading().time().measuredAt()),
        "its time lies outside the years 2000 to 2099, which the server cannot keep");
  }

  /// Sets aside readings whose stamp belongs to another reading: the server keeps one value per stamp and would
  /// overwrite that one silently.
  ///
  /// @return the others; the same list when there is no such reading
  List<Entry> setAsideDoubled(List<Entry> entries, Expected expected) throws StoreException {
    return expected.doubled().isEmpty()
        ? entries
        : setAsideIf(entries, e -> expected.doubled().contains(e.reading().key()),
            "another reading of this meter has the same time, and the server keeps one per time");
  }

  private interface Test {
    boolean holds(Entry entry);
  }

  private List<Entry> setAsideIf(List<Entry> entries, Test test, String reason) throws StoreException {
    var aside = new ArrayList<Entry>();
    var others = new ArrayList<Entry>(entries.size());
    for (Entry entry : entries) {
      (test.holds(entry) ? aside : others).add(entry);
    }
    if (!aside.isEmpty()) {
      setAside(aside, reason);
    }
    return others;
  }

  // A meter saves all its phases within seconds, so its first hour shows how many it has.
  private boolean hasSeveralPhases(MeterRow meter) throws StoreException {
    if (meter.firstMeasuredAt().isEmpty()) {
      return false;
    }
    Instant first = meter.firstMeasuredAt().get();
    var range = new ReadingStore.Range(first, first.plus(Duration.ofHours(1)));
    return stores().readings().readings(ssid, range).stream().anyMatch(reading -> reading.raw().channel() > 1);
  }

  private static List<StoredReading> readings(List<Entry> entries) {
    return entries.stream().map(Entry::reading).toList();
  }
}
