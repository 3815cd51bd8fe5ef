package org.semcollector.protocol.thingsboard;

import java.nio.charset.StandardCharsets;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;

/// A batch as ThingsBoard's telemetry JSON, `[{"ts":1700003603450,"values":{"ct_id":1,"real_power":1234.5,…}},…]`.
///
/// Both its APIs take the same body. A value that is not finite is left out with its key: the server would store the
/// word, and a null spoils the whole request. Every key has one numeric type for ever: `ct_id` is an integer, all
/// others are decimals with a point.
public final class TelemetryJson {
  private static final int TYPICAL_POINT_BYTES = 240;

  private final StringBuilder json;

  /// A body without points.
  ///
  /// @param points how many are expected
  TelemetryJson(int points) {
    json = new StringBuilder(points * TYPICAL_POINT_BYTES + 2).append('[');
  }

  void add(TelemetryPoint point) {
    if (json.length() > 1)
      json.append(',');
    append(json, point);
  }

  /// Bytes of the whole body if it ended here.
  int length() {
    return json.length() + 1;
  }

  /// Takes the points back that were added after the body had this length.
  void cutTo(int length) {
    json.setLength(length - 1);
  }

  /// The body of one request, ASCII.
  Bytes end() {
    return Bytes.copyOf(json.append(']').toString().getBytes(StandardCharsets.US_ASCII));
  }

  private static void append(StringBuilder json, TelemetryPoint point) {
    json.append("{\"ts\":").append(point.tsMillis()).append(",\"values\":{\"")
        .append(TelemetryKeys.CT_ID).append("\":").append(point.reading().channel());
    Reading r = point.reading();
    value(json, point, TelemetryKeys.REAL_POWER, r.activePowerW());
    value(json, point, TelemetryKeys.APPARENT_POWER, r.apparentPowerVa());
    value(json, point, TelemetryKeys.I_RMS, r.currentA());
    value(json, point, TelemetryKeys.V_RMS, r.voltageV());
    energy(json, point);
    r.powerFactor().ifPresent(factor -> value(json, point, TelemetryKeys.POWER_FACTOR, factor));
    total(json, point);
    member(json, TelemetryKeys.TIME_UNCERTAINTY_S, PlainDecimal.of(point.uncertainty().toMillis() / 1000.0));
    json.append("}}");
  }

  /// An hourly record's energy keeps the digits of its 32-bit float; only a scaled one needs more.
  private static void energy(StringBuilder json, TelemetryPoint point) {
    if (point.period() == SavePeriod.HOUR) {
      value(json, point, TelemetryKeys.KWH, point.reading().intervalEnergyKwh());
    } else {
      value(json, point, TelemetryKeys.KWH, point.period().energyKwh(point.reading()));
    }
  }

  /// The counters of several phases under one key would look like one counter that jumps.
  private static void total(StringBuilder json, TelemetryPoint point) {
    if (point.totalEnergyKwh().isEmpty() || !Double.isFinite(point.totalEnergyKwh().getAsDouble()))
      return;
    String key = point.threePhase()
        ? TelemetryKeys.ofPhase(TelemetryKeys.KWH_TOTAL, point.reading().channel())
        : TelemetryKeys.KWH_TOTAL;
    member(json, key, PlainDecimal.of(point.totalEnergyKwh().getAsDouble()));
  }

  private static void value(StringBuilder json, TelemetryPoint point, String key, float value) {
    if (Float.isFinite(value))
      members(json, point, key, PlainDecimal.of(value));
  }

  private static void value(StringBuilder json, TelemetryPoint point, String key, double value) {
    if (Double.isFinite(value))
      members(json, point, key, PlainDecimal.of(value));
  }

  private static void members(StringBuilder json, TelemetryPoint point, String key, String number) {
    member(json, key, number);
    if (point.threePhase())
      member(json, TelemetryKeys.ofPhase(key, point.reading().channel()), number);
  }

  private static void member(StringBuilder json, String key, String number) {
    json.append(",\"").append(key).append("\":").append(number);
  }
}
