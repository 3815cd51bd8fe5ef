package org.semcollector.app.chart;

/// One picture of a chart.
///
/// @param title above the chart, for people
/// @param subtitle beside the title: the period
/// @param width pixels, 320 to 8000
/// @param height pixels, 200 to 8000
public record ChartRequest(Content content, String title, String subtitle, Scheme scheme, int width, int height) {
  /// What the picture shows.
  public sealed interface Content {
    /// Bars of energy.
    record Energy(EnergyBars bars) implements Content {}

    /// Shares of several meters.
    record Share(ShareSlices slices) implements Content {}

    /// Lines of measured values over time.
    record Lines(LinePanels lines) implements Content {}

    /// Power by hour and day.
    record Heat(HeatGrid grid) implements Content {}

    /// For what share of the time a power was exceeded.
    record Duration(DurationCurves curves) implements Content {}

    /// The mean day.
    record Profile(ProfileLines lines) implements Content {}
  }

  /// Dark ink on light ground or the other way round.
  public enum Scheme {
    LIGHT, DARK
  }

  public ChartRequest {
    if (width < 320 || width > 8000 || height < 200 || height > 8000)
      throw new IllegalArgumentException("a picture of " + width + " x " + height);
  }
}
