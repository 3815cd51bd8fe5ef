package org.semcollector.protocol.simulator;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// One thing that goes wrong.
///
/// @param argument meaning by kind; 0 where the kind takes none
/// @param pause only of [Kind#STALL]: how long; empty for ever
public record Fault(Kind kind, int argument, Optional<Duration> pause) {
  /// What an argument counts.
  enum Unit {
    NONE, BYTES, BYTES_OR_PAUSE, RECORDS, STATUS, RATE
  }

  /// What can go wrong.
  public enum Kind {
    /// The connection ends after so many bytes of body.
    CUT("cut", Unit.BYTES),
    /// Silence after so many bytes of body, for ever or for a while; the connection stays open.
    STALL("stall", Unit.BYTES_OR_PAUSE),
    /// The whole reply comes at so many bytes a second.
    TRICKLE("trickle", Unit.RATE),
    /// Nothing is done and this status is answered.
    STATUS("status", Unit.STATUS),
    /// Nothing is done and a web page is answered with status 200.
    HTML("html", Unit.NONE),
    /// Status 200 without a body.
    EMPTY("empty", Unit.NONE),
    /// So many stray bytes follow the body.
    RAGGED("ragged", Unit.BYTES),
    /// The record with this number (from 0) is noise.
    GARBAGE("garbage", Unit.RECORDS),
    /// One byte is missing at the start of the record with this number (from 0).
    SHIFT("shift", Unit.RECORDS),
    /// So many saves happen just before the reply is made.
    GROW("grow", Unit.RECORDS),
    /// The last so many records are missing.
    SHRINK("shrink", Unit.RECORDS),
    /// The byte at this offset is another one.
    FLIP("flip", Unit.BYTES),
    /// Nothing is done, 500 is answered.
    REFUSE("refuse", Unit.NONE),
    /// Erasing deletes the power-loss log, then fails; later ones fail until the next boot.
    HALF("half", Unit.NONE),
    /// Nothing is done, success is answered.
    IGNORE("ignore", Unit.NONE),
    /// It is done, but the connection ends without a reply.
    LOSE("lose", Unit.NONE),
    /// The connection stays open and nothing ever comes.
    SILENT("silent", Unit.NONE),
    /// The meter starts anew instead of answering.
    REBOOT("reboot", Unit.NONE),
    /// The meter starts anew after so many bytes of body.
    REBOOT_AT("reboot-at", Unit.BYTES),
    /// The meter answers, then starts anew.
    REBOOT_AFTER("reboot-after", Unit.NONE),
    /// Power goes after so many bytes of body.
    OFF_AT("off-at", Unit.BYTES),
    /// The meter answers, then power goes.
    OFF_AFTER("off-after", Unit.NONE),
    /// The token is gone from now on.
    FORGET("forget", Unit.NONE),
    /// The token stored is no text from now on, so that reading it never ends.
    HANG("hang", Unit.NONE),
    /// Another meter at the same address answers.
    OTHER("other", Unit.NONE),
    /// A new firmware does not prove itself and the old one comes back.
    ROLL_BACK("rollback", Unit.NONE),
    /// The connection is taken and closed at once.
    DROP("drop", Unit.NONE);

    private final String word;
    private final Unit unit;

    Kind(String word, Unit unit) {
      this.word = word;
      this.unit = unit;
    }

    Unit unit() {
      return unit;
    }

    boolean fits(FaultTarget target) {
      return switch (this) {
        case REFUSE, SILENT -> true;
        case DROP -> target == FaultTarget.CONNECT;
        case HALF -> target == FaultTarget.RESET;
        case ROLL_BACK -> target == FaultTarget.OTA;
        case GARBAGE, SHIFT, SHRINK -> target == FaultTarget.TELEMETRY;
        default -> target != FaultTarget.CONNECT;
      };
    }

    static Optional<Kind> ofWord(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    static String words() {
      return Arrays.stream(values()).map(Kind::toString).collect(Collectors.joining(", "));
    }

    /// As written in a plan.
    @Override
    public String toString() {
      return word;
    }
  }

  static Fault of(Kind kind, int argument) {
    return new Fault(kind, argument, Optional.empty());
  }

  /// As written in a plan.
  @Override
  public String toString() {
    String text = kind.unit() == Unit.NONE ? kind.toString() : kind + "@" + argument;
    return pause.map(time -> text + "/" + time.toMillis() + "ms").orElse(text);
  }
}
