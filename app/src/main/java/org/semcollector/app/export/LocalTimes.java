package org.semcollector.app.export;

import java.time.ZoneId;
import java.time.ZoneOffset;

/// The clock of the zone used last.
final class LocalTimes {
  private ZoneId zone = ZoneOffset.UTC;
  private TimeText text = new TimeText(zone, false);

  /// Times without milliseconds: those are in the column of the same instant in UTC.
  TimeText of(ZoneId wanted) {
    if (!zone.equals(wanted)) {
      zone = wanted;
      text = new TimeText(wanted, false);
    }
    return text;
  }
}
