package org.semcollector.app.cli;

import java.time.LocalDate;
import org.semcollector.app.analysis.CalendarShift;

/// What a time is compared with.
enum EarlierTime {
  PREVIOUS, YEAR, WEEKDAYS;

  /// @param first first day of the time
  /// @param end the day after its last
  CalendarShift shift(LocalDate first, LocalDate end) {
    return switch (this) {
      case PREVIOUS -> CalendarShift.previous(first, end);
      case YEAR -> CalendarShift.YEAR;
      case WEEKDAYS -> CalendarShift.YEAR_BY_WEEKDAY;
    };
  }
}
