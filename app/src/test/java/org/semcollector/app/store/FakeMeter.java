package org.semcollector.app.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.powerloss.PowerLossCodec;
import org.semcollector.protocol.powerloss.PowerLossLog;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.ReadingCodec;

/// A meter for tests of the store: it saves readings of random content, shows them, forgets them.
final class FakeMeter {
  static final Ssid SSID = new Ssid("SEM-24:6f:28:ab:cd:01");
  static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private final SplittableRandom random;
  private final Ssid ssid;
  private final List<Reading> flash = new ArrayList<>();
  private final List<Reading> everSaved = new ArrayList<>();
  private final List<Long> boots = new ArrayList<>();
  private Instant now = START;

  FakeMeter(long seed) {
    this(seed, SSID);
  }

  FakeMeter(long seed, Ssid ssid) {
    random = new SplittableRandom(seed);
    this.ssid = ssid;
  }

  /// An hour passes and ends with a save.
  FakeMeter save(int hours) {
    for (int i = 0; i < hours; i++) {
      now = now.plusMillis(3_601_000 + random.nextInt(2000));
      var reading = new Reading(1, random.nextInt(3000), 1 + random.nextInt(3000), random.nextInt(20), 230,
          random.nextInt(1000) / 1000f, now.toEpochMilli());
      flash.add(reading);
      everSaved.add(reading);
    }
    return this;
  }

  void boot() {
    boots.add(now.toEpochMilli());
  }

  void erase() {
    flash.clear();
    boots.clear();
  }

  Instant tick() {
    now = now.plusMillis(250);
    return now;
  }

  Bytes telemetry() {
    return ReadingCodec.encode(flash);
  }

  /// The body when the meter cannot read records `from` to `to`.
  Bytes telemetryWithout(int from, int to) {
    var rest = new ArrayList<>(flash.subList(0, from));
    rest.addAll(flash.subList(to, flash.size()));
    return ReadingCodec.encode(rest);
  }

  int size() {
    return flash.size();
  }

  List<Reading> everSaved() {
    return List.copyOf(everSaved);
  }

  VisitRef visit() {
    Instant at = tick();
    return new VisitRef(ssid, at.toString().replace(':', '-'), at);
  }

  VisitFact.Received received(Endpoint endpoint, Bytes body) {
    return new VisitFact.Received(tick(), endpoint, 200, body);
  }

  VisitFact.Received telemetryReceived() {
    return received(Endpoint.TELEMETRY, telemetry());
  }

  /// The facts of a first readout.
  List<VisitFact> readout() {
    return readout(telemetry());
  }

  List<VisitFact> readout(Bytes telemetry) {
    return new ArrayList<>(List.of(
        received(Endpoint.VERSION, Bytes.ofHex("313032")),
        new VisitFact.Received(tick(), Endpoint.TOKEN, 500, Bytes.EMPTY),
        received(Endpoint.TELEMETRY, telemetry),
        received(Endpoint.POWER_LOSS_LOG, PowerLossCodec.encode(new PowerLossLog(boots))),
        new VisitFact.ReadoutComplete(tick())));
  }

  List<VisitFact> clockSet() {
    return List.of(new VisitFact.ClockSetSent(tick(), now), new VisitFact.ClockSetConfirmed(tick()));
  }

  VisitFact ended(String outcome) {
    return new VisitFact.Ended(tick(), outcome, "Said.");
  }
}
