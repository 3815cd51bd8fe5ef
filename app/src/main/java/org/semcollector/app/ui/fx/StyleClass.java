package org.semcollector.app.ui.fx;

/// The style classes of app.css that Java code sets.
public final class StyleClass {
  public static final String BADGE = "badge";
  public static final String CANVAS_CHART = "canvas-chart";
  public static final String CARD = "card";
  public static final String CHART_TEXT = "chart-text";
  public static final String CHART_TIP = "chart-tip";
  public static final String CHIP = "chip";
  public static final String CHIPS = "chips";
  public static final String COLUMN = "column";
  public static final String CONTRAST = "contrast";
  public static final String CRUMBS = "crumbs";
  public static final String DANGER = "danger-text";
  public static final String DANGER_BUTTON = "danger";
  public static final String DANGER_ZONE = "danger-zone";
  public static final String DARK = "dark";
  public static final String DOCTOR = "doctor";
  public static final String DOCTOR_ROW = "doctor-row";
  public static final String EMPTY = "empty-state";
  public static final String ENTRY = "entry";
  public static final String FACTS = "facts";
  public static final String FIGURE = "figure";
  public static final String FIGURE_TEXT = "figure-text";
  public static final String FIGURE_VALUE = "figure-value";
  public static final String FINDING = "finding";
  public static final String FORM = "form";
  public static final String FORM_NAME = "form-name";
  public static final String HEADING = "heading";
  public static final String HISTORY = "history";
  public static final String HUGE = "huge";
  public static final String ICON = "icon";
  public static final String LADDER = "ladder";
  public static final String LARGE_ICON = "large-icon";
  public static final String LEGEND = "legend";
  public static final String LEGEND_ENTRY = "legend-entry";
  public static final String LINE_PROBLEMS = "line-problems";
  public static final String LIT = "lit";
  public static final String METER_CELL = "meter-cell";
  public static final String METER_FACTS = "meter-facts";
  public static final String METER_GRID = "meter-grid";
  public static final String METER_HEAD = "meter-head";
  public static final String METER_LINE = "meter-line";
  public static final String METER_LIST = "meter-list";
  public static final String METER_NAME = "meter-name";
  public static final String METER_TABLE = "meter-table";
  public static final String MUTED = "muted";
  public static final String NAVIGATION = "navigation";
  public static final String NAVIGATION_SCROLL = "navigation-scroll";
  public static final String NOTICE = "notice";
  public static final String NOTICE_CARD = "notice-card";
  public static final String NOTICE_COLUMN = "notice-column";
  public static final String NUMBER = "number";
  public static final String NUMBERS = "numbers";
  public static final String NUMBER_COLUMN = "number-column";
  public static final String OFFER_LIST = "offer-list";
  public static final String OUTAGE_LIST = "outage-list";
  public static final String OVER = "over";
  public static final String PAGE = "page";
  public static final String PICK_LIST = "pick-list";
  public static final String PICTURE = "picture";
  public static final String PLOT_AREA = "plot-area";
  public static final String POP = "pop";
  public static final String PROBLEM = "problem";
  public static final String PULSE = "pulse";
  public static final String ROUTE = "route";
  public static final String ROUTE_ENTRY = "route-entry";
  public static final String ROW = "row";
  public static final String RUNG = "rung";
  public static final String SEARCH = "search";
  public static final String SHELL = "shell";
  public static final String SIDE = "side";
  public static final String SIGNAL_BAR = "signal-bar";
  public static final String SIGNAL_BARS = "signal-bars";
  public static final String SMALL = "small";
  public static final String SMALL_CURVE = "small-curve";
  public static final String SMALL_GAUGE = "small-gauge";
  public static final String STATUS = "status";
  public static final String STEP = "step";
  public static final String STRONG = "strong";
  public static final String SUCCESS = "success-text";
  public static final String SWATCH = "swatch";
  public static final String TIGHT = "tight";
  public static final String TIME_LINE = "time-line";
  public static final String TIP_TITLE = "tip-title";
  public static final String TIP_VALUE = "tip-value";
  public static final String TITLE = "title";
  public static final String TOOLBAR = "bar";
  public static final String UPDATE_LIST = "update-list";
  public static final String WALK = "walk";
  public static final String WALK_WORD = "walk-word";
  public static final String WARNING = "warning-text";

  private static final int SERIES = 8;

  private StyleClass() {}

  /// The class that colours the n-th series, counted from 0.
  public static String series(int index) {
    return "series-" + (index % SERIES + 1);
  }
}
