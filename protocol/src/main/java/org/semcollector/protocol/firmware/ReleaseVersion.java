package org.semcollector.protocol.firmware;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.semcollector.protocol.meter.FirmwareVersion;

/// A version as people write it, "1.0.3".
///
/// Meters know only one number, the three parts written side by side: 1.0.3 is 103, 1.0.10 is 1010 and 1.1.0 is 110. So
/// a later version can have a smaller number, and 1010 is 1.0.10 or 10.1.0.
public record ReleaseVersion(int major, int minor, int patch) implements Comparable<ReleaseVersion> {
  private static final Pattern FORM = Pattern.compile("[vV]?(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})");
  private static final Comparator<ReleaseVersion> ORDER = Comparator.comparingInt(ReleaseVersion::major)
      .thenComparingInt(ReleaseVersion::minor).thenComparingInt(ReleaseVersion::patch);

  public ReleaseVersion {
    if (major < 0 || minor < 0 || patch < 0)
      throw new IllegalArgumentException("no version: " + major + "." + minor + "." + patch);
  }

  /// Reads "1.0.3" or "v1.0.3"; anything else is empty.
  public static Optional<ReleaseVersion> parse(String text) {
    Matcher parts = FORM.matcher(text.strip());
    return parts.matches()
        ? Optional.of(new ReleaseVersion(part(parts, 1), part(parts, 2), part(parts, 3)))
        : Optional.empty();
  }

  private static int part(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  /// Every version that a meter's number can stand for, smallest first; none for numbers of one or two digits.
  public static List<ReleaseVersion> readings(FirmwareVersion version) {
    String digits = String.valueOf(version.number());
    var readings = new ArrayList<ReleaseVersion>();
    for (int i = 1; i < digits.length() - 1; i++) {
      for (int j = i + 1; j < digits.length(); j++)
        parse(digits.substring(0, i) + "." + digits.substring(i, j) + "." + digits.substring(j))
            .filter(reading -> reading.sideBySide().equals(digits)).ifPresent(readings::add);
    }
    readings.sort(null);
    return readings;
  }

  private String sideBySide() {
    return "" + major + minor + patch;
  }

  /// The number a meter knows it by; empty when it has more than nine digits.
  public OptionalInt number() {
    String digits = sideBySide();
    return digits.length() > 9 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
  }

  @Override
  public int compareTo(ReleaseVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
