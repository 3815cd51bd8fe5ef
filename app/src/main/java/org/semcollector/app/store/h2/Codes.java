package org.semcollector.app.store.h2;

import java.sql.SQLException;
import org.semcollector.app.store.Outbox;
import org.semcollector.protocol.clock.Why;
import org.semcollector.protocol.reading.SavePeriod;

/// The numbers that stand for named values in the database; fixed for ever, unlike the order of names in the code.
final class Codes {
  private Codes() {}

  static int of(Why why) {
    return switch (why) {
      case RAW -> 1;
      case CLOCK_SET -> 2;
      case BEFORE_FIRST_OUTAGE -> 3;
      case VISIT -> 4;
      case SHARED_OUT -> 5;
      case CLOCK_NEVER_SET -> 6;
      case PHONE_APP -> 7;
      case LOAD_PROFILE -> 8;
      case NEXT_VISIT -> 9;
      case BEACON_UPTIME -> 10;
      case PIN -> 11;
      case RESTART -> 12;
    };
  }

  static Why why(int code) throws SQLException {
    for (Why why : Why.values()) {
      if (of(why) == code)
        return why;
    }
    throw new SQLException("no reason has the number " + code);
  }

  static int of(Outbox.State state) {
    return switch (state) {
      case ON_LAPTOP -> 1;
      case ACCEPTED -> 2;
      case REFUSED -> 3;
    };
  }

  /// The column of `meter` that counts readings in a state.
  static String counter(Outbox.State state) {
    return switch (state) {
      case ON_LAPTOP -> "on_laptop";
      case ACCEPTED -> "accepted";
      case REFUSED -> "refused";
    };
  }

  static int of(SavePeriod period) {
    return (int) period.length().toSeconds();
  }

  static SavePeriod period(int seconds) throws SQLException {
    for (SavePeriod period : SavePeriod.values()) {
      if (of(period) == seconds)
        return period;
    }
    throw new SQLException("no firmware saves every " + seconds + " s");
  }
}
