package org.semcollector.protocol.clock;

/// What a corrected time rests on.
public enum Why {
  /// Raw stamp, taken as it is.
  RAW,
  /// After a clock set with no boot since: exact to the second.
  CLOCK_SET,
  /// Before the first outage, counted from a clock set.
  BEFORE_FIRST_OUTAGE,
  /// After the last outage: placed by the time of the visit.
  VISIT,
  /// After the last outage: placed by the save that came next, which a later visit saw; exact to seconds.
  NEXT_VISIT,
  /// After the last outage: placed by how long the meter's Wi-Fi had been running; exact to seconds.
  BEACON_UPTIME,
  /// Before or after an outage of which somebody knows when it was.
  PIN,
  /// Before or after a restart by the collector itself.
  RESTART,
  /// Between two outages: the known sum of the lags was shared out.
  SHARED_OUT,
  /// Between two outages: placed where the meter's load and voltage fit its usual week best.
  LOAD_PROFILE,
  /// The meter's clock had never been set: placed by the time of the visit.
  CLOCK_NEVER_SET,
  /// What the phone app OFMonMobile computes, for comparison only.
  PHONE_APP
}
