package org.semcollector.app.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// What holds for all meters.
///
/// @param address where a joined meter answers, when that is not the address every meter has; `http://10.0.0.1`
/// @param nominalVoltageV of the grid, by which voltages are judged; V, 50 to 500
public record MeterSettings(Optional<URI> address, double nominalVoltageV) {
  /// What a new installation starts with: EN 60038.
  public static final MeterSettings STANDARD = new MeterSettings(Optional.empty(), 230);

  private static final double LEAST_V = 50;
  private static final double MOST_V = 500;

  /// @throws IllegalArgumentException for a voltage that no grid has
  public MeterSettings {
    if (!isVoltage(nominalVoltageV))
      throw new IllegalArgumentException("a nominal voltage of " + nominalVoltageV + " V");
  }

  /// Whether a grid can have this nominal voltage.
  public static boolean isVoltage(double volts) {
    return volts >= LEAST_V && volts <= MOST_V;
  }

  /// An address as people type it, with or without `http://`; empty when it is none.
  public static Optional<URI> address(String text) {
    try {
      URI uri = new URI(text.contains("://") ? text : "http://" + text);
      boolean right = "http".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getRawUserInfo() == null
          && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/")) && uri.getRawQuery() == null;
      return right ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  public MeterSettings withAddress(Optional<URI> changed) {
    return new MeterSettings(changed, nominalVoltageV);
  }

  public MeterSettings withNominalVoltageV(double changed) {
    return new MeterSettings(address, changed);
  }
}
