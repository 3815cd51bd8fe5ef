package org.semcollector.app.ui.fx;

/// The style classes of app.css that Java code sets.
public final class StyleClass {
  public static final String DARK = "dark";
  public static final String CHART_TEXT = "chart-text";
  public static final String CHART_TIP = "chart-tip";
  public static final String TIP_TITLE = "tip-title";
  public static final String TIP_VALUE = "tip-value";
  public static final String PICTURE = "picture";
  public static final String HEADING = "heading";
  public static final String MUTED = "muted";
  public static final String LEGEND = "legend";
  public static final String SWATCH = "swatch";

  private static final int SERIES = 8;

  private StyleClass() {}

  /// The class that colours the n-th series, counted from 0.
  public static String series(int index) {
    return "series-" + (index % SERIES + 1);
  }
}
