package org.semcollector.app.chart;

/// The part of a chart's breadth that is seen.
///
/// @param from left end, 0 = start of the chart
/// @param to right end, 1 = end of the chart
public record Viewport(double from, double to) {
  /// Everything is seen.
  public static final Viewport WHOLE = new Viewport(0, 1);

  public Viewport {
    if (!(from >= 0 && to <= 1 && from < to))
      throw new IllegalArgumentException("a view from " + from + " to " + to);
  }

  /// Shows less or more around a place, which stays where it is as long as the ends allow it.
  ///
  /// @param at the place, 0 at the left end of what is seen, 1 at the right
  /// @param factor below 1 shows less, above 1 more
  /// @param narrowest the smallest breadth allowed, above 0
  public Viewport zoomed(double at, double factor, double narrowest) {
    double breadth = Math.clamp(breadth() * factor, Math.min(narrowest, 1), 1);
    return starting(from + at * (breadth() - breadth), breadth);
  }

  /// Moves by a part of what is seen; positive shows what lies further right. Stops at the ends.
  public Viewport panned(double by) {
    return starting(from + by * breadth(), breadth());
  }

  /// Moves just as far as needed to show a stretch, where it fits.
  public Viewport showing(double start, double end) {
    if (start >= from && end <= to)
      return this;
    return starting(start < from ? start : end - breadth(), breadth());
  }

  public double breadth() {
    return to - from;
  }

  public boolean isWhole() {
    return from <= 0 && to >= 1;
  }

  /// Where a place of the chart lies in the view: 0 at its left end, 1 at its right; beyond them when it is not seen.
  public double position(double place) {
    return (place - from) / breadth();
  }

  /// The place of the chart at a position of the view.
  public double place(double position) {
    return from + position * breadth();
  }

  private static Viewport starting(double start, double breadth) {
    double left = Math.clamp(start, 0, 1 - breadth);
    return new Viewport(left, Math.min(1, left + breadth));
  }
}
