package org.semcollector.protocol.firmware;

import java.util.List;
import java.util.OptionalInt;
import org.semcollector.protocol.meter.FirmwareVersion;

/// Whether a version is really later than what a meter has, and whether the meter will see it so.
public sealed interface VersionStep {
  /// The meter has it, or one it cannot tell from it.
  record Same(int number) implements VersionStep {}

  /// Later, and the meter takes it.
  ///
  /// @param number what is sent as its number
  record Later(int number) implements VersionStep {}

  /// Later, but its number is not larger: the meter refuses it.
  record NumberTooSmall(int number) implements VersionStep {}

  /// Earlier, though its number is larger: the meter would take it.
  record Earlier(int number, ReleaseVersion installed) implements VersionStep {}

  /// Earlier or later, depending on how the meter's number is read; the meter would take it.
  ///
  /// @param readings what the meter's number can stand for
  record Unclear(int number, List<ReleaseVersion> readings) implements VersionStep {
    public Unclear {
      readings = List.copyOf(readings);
    }
  }

  /// Its number has more than nine digits.
  record NoNumber() implements VersionStep {}

  /// Compares versions part by part; the meter compares numbers.
  static VersionStep of(FirmwareVersion installed, ReleaseVersion offered) {
    OptionalInt asNumber = offered.number();
    if (asNumber.isEmpty())
      return new NoNumber();
    int number = asNumber.getAsInt();
    if (number == installed.number())
      return new Same(number);
    List<ReleaseVersion> readings = ReleaseVersion.readings(installed);
    boolean someEarlier = readings.isEmpty() || readings.stream().anyMatch(reading -> reading.compareTo(offered) < 0);
    boolean someLater = readings.stream().anyMatch(reading -> reading.compareTo(offered) > 0);
    if (number < installed.number())
      return someEarlier && !readings.isEmpty() ? new NumberTooSmall(number) : older(number, readings);
    if (someEarlier && someLater)
      return new Unclear(number, readings);
    return someEarlier ? new Later(number) : new Earlier(number, readings.getFirst());
  }

  private static VersionStep older(int number, List<ReleaseVersion> readings) {
    return readings.isEmpty() ? new NumberTooSmall(number) : new Earlier(number, readings.getFirst());
  }
}
