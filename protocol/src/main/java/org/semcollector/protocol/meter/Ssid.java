package org.semcollector.protocol.meter;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A meter's name on the air: `SEM-` and the MAC of its access point in lower-case hex, "SEM-24:6f:28:ab:cd:ef".
///
/// One meter = one SSID; addresses never identify a meter, all of them are 10.0.0.1.
public record Ssid(String value) implements Comparable<Ssid> {
  private static final Pattern FORM = Pattern.compile("SEM-[0-9a-f]{2}(:[0-9a-f]{2}){5}");

  /// @throws IllegalArgumentException when the value is not a meter's SSID; see [#parse]
  public Ssid {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a meter's name: " + value);
    }
  }

  /// The SSID in canonical form, or empty when the text is not a meter's name. Upper-case hex is accepted.
  public static Optional<Ssid> parse(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT).replaceFirst("^sem-", "SEM-");
    return FORM.matcher(lower).matches() ? Optional.of(new Ssid(lower)) : Optional.empty();
  }

  /// The MAC of the access point, "24:6f:28:ab:cd:ef"; equal to the BSSID of a genuine meter.
  public String mac() {
    return value.substring(4);
  }

  /// As folder name on every operating system: "SEM-246f28abcdef".
  public String fileName() {
    return value.replace(":", "");
  }

  @Override
  public int compareTo(Ssid other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
