package org.semcollector.protocol.thingsboard;

import java.util.ArrayList;
import java.util.List;

/// The names the server knows a meter's values by. The first seven are those of the phone app OFMonMobile, so that
/// dashboards made for it go on working.
public final class TelemetryKeys {
  /// Measuring channel, an integer; every other key is a double.
  public static final String CT_ID = "ct_id";
  /// Active power near the end of the period, W.
  public static final String REAL_POWER = "real_power";
  /// Apparent power near the end of the period, VA.
  public static final String APPARENT_POWER = "apparent_power";
  /// RMS current near the end of the period, A.
  public static final String I_RMS = "i_rms";
  /// RMS voltage near the end of the period, V.
  public static final String V_RMS = "v_rms";
  /// Energy of the period, kWh.
  public static final String KWH = "kwh";
  /// Active over apparent power; missing where it is undefined.
  public static final String POWER_FACTOR = "power_factor";
  /// Energy since the first reading of the channel, kWh; of a three-phase meter only with a phase suffix.
  public static final String KWH_TOTAL = "kwh_total";
  /// How far the time stamp may be off, s.
  public static final String TIME_UNCERTAINTY_S = "time_uncertainty_s";

  private static final List<String> BY_PHASE = List.of(REAL_POWER, APPARENT_POWER, I_RMS, V_RMS, KWH, POWER_FACTOR,
      KWH_TOTAL);
  private static final int PHASES = 3;

  /// Every key a meter of any kind is sent under.
  public static final List<String> ALL = all();

  private TelemetryKeys() {}

  private static List<String> all() {
    var keys = new ArrayList<>(List.of(CT_ID, TIME_UNCERTAINTY_S));
    for (String key : BY_PHASE) {
      keys.add(key);
      for (int phase = 1; phase <= PHASES; phase++) {
        keys.add(ofPhase(key, phase));
      }
    }
    return List.copyOf(keys);
  }

  /// The key of one phase, "kwh_l2"; a three-phase meter sends its values under both names.
  static String ofPhase(String key, int channel) {
    return key + "_l" + channel;
  }
}
