package org.semcollector.protocol.simulator.thingsboard;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The values of one time stamp of one request.
///
/// @param ts ms since 1970
record TelemetryRecord(long ts, Map<String, TelemetryValue> values) {
  TelemetryRecord {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
