package org.semcollector.app.ui.firmware;

import org.semcollector.app.firmware.Campaign;
import org.semcollector.app.firmware.FirmwareResult;
import org.semcollector.app.firmware.FirmwareStep;

/// How far a meter is with a firmware, in one word.
public enum UpdateState {
  /// Nothing was sent to it.
  OPEN,
  /// Its turn comes.
  WAITING, JOINING, CHECKING, COLLECTING, SENDING, RESTARTING, SETTING_CLOCK,
  /// It said this version itself.
  CONFIRMED,
  /// It went back to its former firmware.
  ROLLED_BACK,
  /// It was sent, and nobody saw what runs.
  UNKNOWN,
  /// Nothing was sent, for the reason that is said.
  FAILED;

  static UpdateState of(Campaign.Standing standing) {
    return switch (standing) {
      case OPEN -> OPEN;
      case REFUSED -> FAILED;
      case UNKNOWN -> UNKNOWN;
      case ROLLED_BACK -> ROLLED_BACK;
      case CONFIRMED -> CONFIRMED;
    };
  }

  static UpdateState of(FirmwareStep step) {
    return switch (step) {
      case JOIN -> JOINING;
      case CHECK -> CHECKING;
      case COLLECT -> COLLECTING;
      case SEND -> SENDING;
      case RESTART -> RESTARTING;
      case SET_CLOCK -> SETTING_CLOCK;
    };
  }

  static UpdateState of(FirmwareResult.State state) {
    return switch (state) {
      case CONFIRMED, ALREADY -> CONFIRMED;
      case NOT_SENT -> FAILED;
      case ROLLED_BACK -> ROLLED_BACK;
      case UNKNOWN -> UNKNOWN;
    };
  }

  /// Whether the update of this meter runs or is about to.
  boolean isUnderWay() {
    return compareTo(WAITING) >= 0 && compareTo(SETTING_CLOCK) <= 0;
  }
}
