package org.semcollector.protocol.thingsboard;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semcollector.protocol.reading.SavePeriod;
import org.semcollector.protocol.simulator.thingsboard.ServerRequest;
import org.semcollector.protocol.simulator.thingsboard.SimulatedDevice;
import org.semcollector.protocol.simulator.thingsboard.SimulatedThingsBoard;
import org.semcollector.protocol.simulator.thingsboard.TelemetryValue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Whatever a meter measured, a server that keeps ThingsBoard's rules stores it as the numbers that were meant.
class PayloadRulesTest {
  private static final Set<String> OF_PHONE_APP = Set.of("ct_id", "real_power", "apparent_power", "i_rms", "v_rms",
      "kwh", "power_factor");

  private final SimulatedThingsBoard board = new SimulatedThingsBoard(InstantSource.fixed(TestPoints.AT), 1);
  private final SimulatedDevice device = board.addDevice("Flat", "SEM", "token");

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.semcollector.protocol.Seeds#hundred")
  void theServerStoresEveryFiniteValueAsANumberOfOneTypeAndNothingElse(int seed) {
    var random = new SplittableRandom(seed);
    List<TelemetryPoint> points = TestPoints.any(random, random.nextInt(1, 200));
    TelemetryBatch batch = TelemetryBatch.of(points);
    assertEquals(200, board.handle(new ServerRequest("POST", "/api/v1/token/telemetry", Map.of(), Map.of(),
        batch.body())).status());
    Map<Long, TelemetryPoint> byStamp = new HashMap<>();
    points.forEach(point -> byStamp.put(point.tsMillis(), point));
    Map<Long, Map<String, Double>> stored = stored();
    assertEquals(byStamp.keySet(), stored.keySet(), "every reading keeps its stamp, those without values too");
    byStamp.forEach((stamp, point) -> assertValues(point, stored.getOrDefault(stamp, Map.of())));
  }

  /// By stamp and key; fails on whatever is no number of its key's type.
  private Map<Long, Map<String, Double>> stored() {
    Map<Long, Map<String, Double>> stored = new HashMap<>();
    int values = 0;
    for (String key : TelemetryKeys.ALL) {
      for (var value : board.stored(device.id(), key).entrySet()) {
        Class<?> type = key.equals("ct_id") ? TelemetryValue.Whole.class : TelemetryValue.Real.class;
        assertEquals(type, value.getValue().getClass(), key);
        stored.computeIfAbsent(value.getKey(), _ -> new HashMap<>()).put(key, value.getValue().asDouble());
        values++;
      }
    }
    assertEquals(board.storedCount(device.id()), values, "a key that nobody knows");
    return stored;
  }

  private static void assertValues(TelemetryPoint point, Map<String, Double> stored) {
    Map<String, Double> expected = new HashMap<>();
    var r = point.reading();
    Map<String, Double> measured = new HashMap<>();
    measured.put("real_power", asSent(r.activePowerW()));
    measured.put("apparent_power", asSent(r.apparentPowerVa()));
    measured.put("i_rms", asSent(r.currentA()));
    measured.put("v_rms", asSent(r.voltageV()));
    measured.put("kwh",
        point.period() == SavePeriod.HOUR ? asSent(r.intervalEnergyKwh()) : point.period().energyKwh(r));
    r.powerFactor().ifPresent(factor -> measured.put("power_factor", factor));
    measured.values().removeIf(value -> !Double.isFinite(value));
    expected.putAll(measured);
    if (point.threePhase()) {
      measured.forEach((key, value) -> expected.put(key + "_l" + r.channel(), value));
    }
    point.totalEnergyKwh().ifPresent(
        total -> expected.put(point.threePhase() ? "kwh_total_l" + r.channel() : "kwh_total", total));
    expected.put("ct_id", (double) r.channel());
    expected.put("time_uncertainty_s", point.uncertainty().toMillis() / 1000.0);
    assertEquals(new TreeSet<>(expected.keySet()), new TreeSet<>(stored.keySet()), point::toString);
    assertTrue(OF_PHONE_APP.containsAll(measured.keySet()));
    expected
        .forEach((key, value) -> assertEquals(value, stored.getOrDefault(key, Double.NaN), 0.5e-16 + Math.ulp(value),
            key));
  }

  /// A float travels as its own shortest decimal, which is not the double of the same value.
  private static double asSent(float value) {
    return Double.parseDouble(Float.toString(value));
  }
}
