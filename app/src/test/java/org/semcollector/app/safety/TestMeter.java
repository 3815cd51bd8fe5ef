package org.semcollector.app.safety;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.semcollector.app.store.StoredReading;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.MeterTimeCodec;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;
import org.semcollector.protocol.reading.DecodedReadings;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.ReadingCodec;
import org.semcollector.protocol.simulator.FaultPlan;
import org.semcollector.protocol.simulator.Load;
import org.semcollector.protocol.simulator.MeterReply;
import org.semcollector.protocol.simulator.MeterRequest;
import org.semcollector.protocol.simulator.MeterServer;
import org.semcollector.protocol.simulator.SimulatedMeter;
import org.semcollector.protocol.simulator.SimulatedMeter.Settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A simulated meter with history behind real sockets, and everything it ever had in its flash.
final class TestMeter implements AutoCloseable {
  private final SimulatedMeter meter;
  private final InstantSource time;
  private final List<Reading> gone = new ArrayList<>();
  private List<Reading> present = List.of();
  private MeterServer server;

  private TestMeter(SimulatedMeter meter, InstantSource time) {
    this.meter = meter;
    this.time = time;
    this.server = start(FaultPlan.NONE);
    note();
  }

  /// A meter with a token that was put up, lost power once, and has this many hours behind it.
  static TestMeter create(int number, int hours, Instant now, InstantSource time) {
    return create(number, hours, now, time, settings -> settings.withToken(token(number)));
  }

  static TestMeter create(int number, int hours, Instant now, InstantSource time, UnaryOperator<Settings> settings) {
    var meter = new SimulatedMeter(settings.apply(
        Settings.of(ssid(number), number).withLoad(Load.constant(500 + number, 230))));
    Instant installed = now.minus(Duration.ofHours(hours)).minus(Duration.ofMinutes(40));
    meter.powerOn(installed);
    meter.handle(MeterRequest.post("/time", MeterTimeCodec.encode(installed)));
    Instant outage = installed.plus(Duration.ofMinutes(hours * 30L));
    meter.powerOff(outage);
    meter.powerOn(outage.plus(Duration.ofMinutes(25)));
    meter.advanceTo(now);
    return new TestMeter(meter, time);
  }

  static Ssid ssid(int number) {
    return new Ssid(String.format(Locale.ROOT, "SEM-24:6f:28:00:%02x:%02x", number / 256, number % 256));
  }

  static MeterToken token(int number) {
    return new MeterToken(String.format(Locale.ROOT, "TestMetersToken%05d", number), new UUID(number, 1));
  }

  /// From now on the meter answers under this plan.
  void serve(FaultPlan plan) {
    note();
    server.close();
    server = start(plan);
  }

  /// Power comes back if it was gone, and whatever was stuck starts anew.
  void recover(TestTime clock) {
    note();
    server.close();
    clock.pass(Duration.ofSeconds(30));
    meter.powerOff(clock.instant());
    clock.pass(Duration.ofSeconds(30));
    meter.powerOn(clock.instant());
    server = start(FaultPlan.NONE);
  }

  /// Remembers what the flash holds before something may erase it.
  void note() {
    meter.advanceTo(time.instant());
    List<Reading> now = flash();
    if (!startsWith(now, present))
      gone.addAll(present);
    present = now;
  }

  /// Every reading the meter ever had is in the list exactly once, and nothing else.
  void assertAllOnce(List<StoredReading> stored) {
    Map<Reading, Integer> counts = differences(stored);
    assertEquals(Map.of(), counts, "readings missing (1) or too many (-1)");
    assertEquals(meter.truth().size(), stored.size());
  }

  /// The same for a meter that saved during a visit that erased it: such a reading was never seen here, but counted.
  void assertAllOnceWithUnseen(List<StoredReading> stored) {
    Map<Reading, Integer> counts = differences(stored);
    int unseen = meter.truth().size() - gone.size() - present.size();
    assertEquals(unseen, counts.size(), () -> "readings missing (1) or too many (-1): " + counts);
    assertTrue(counts.values().stream().allMatch(count -> count == -1), counts::toString);
    assertEquals(meter.truth().size(), stored.size());
  }

  /// Those of the readings that the meter had.
  List<StoredReading> own(List<StoredReading> stored) {
    note();
    return stored.stream().filter(reading -> gone.contains(reading.raw()) || present.contains(reading.raw())).toList();
  }

  private Map<Reading, Integer> differences(List<StoredReading> stored) {
    note();
    Map<Reading, Integer> counts = new HashMap<>();
    gone.forEach(reading -> counts.merge(reading, 1, Integer::sum));
    present.forEach(reading -> counts.merge(reading, 1, Integer::sum));
    stored.forEach(reading -> counts.merge(reading.raw(), -1, Integer::sum));
    counts.values().removeIf(count -> count == 0);
    return counts;
  }

  Ssid ssid() {
    return meter.ssid();
  }

  URI uri() {
    return server.uri();
  }

  SimulatedMeter meter() {
    return meter;
  }

  MeterServer server() {
    return server;
  }

  /// The bytes of the flash, asked past all faults.
  Bytes telemetry() {
    return ReadingCodec.encode(flash());
  }

  private List<Reading> flash() {
    Bytes body = meter.handle(MeterRequest.get("/telemetry")) instanceof MeterReply.Answer answer
        ? answer.body()
        : ReadingCodec.encode(present);
    return ReadingCodec.decode(body) instanceof DecodedReadings.Complete(var readings) ? readings : List.of();
  }

  private static boolean startsWith(List<Reading> list, List<Reading> prefix) {
    return list.size() >= prefix.size() && list.subList(0, prefix.size()).equals(prefix);
  }

  private MeterServer start(FaultPlan plan) {
    return MeterServer.start(meter, plan, time, 0,
        MeterServer.Options.DEFAULT.withSocketWait(Duration.ofMillis(600)));
  }

  @Override
  public void close() {
    server.close();
  }
}
