package org.semcollector.app.ui.charts;

import org.semcollector.app.chart.Viewport;

/// The rectangle inside the axes, in pixels of the canvas, and the part of the chart that is seen in it.
record Plot(double left, double top, double right, double bottom, Viewport view) {
  double width() {
    return right - left;
  }

  double height() {
    return bottom - top;
  }

  /// The vertical place of a position 0..1 from the lower end.
  double y(double position) {
    return bottom - position * height();
  }

  /// Where a place 0..1 of the whole chart lies; outside of the rectangle when it is not seen.
  double x(double place) {
    return left + width() * view.position(place);
  }

  /// Left edge of one of `count` equal columns.
  double x(int column, int count) {
    return x((double) column / count);
  }

  /// The place of the whole chart at a pixel.
  double place(double x) {
    return view.place((x - left) / width());
  }

  /// How many pixels one of `count` equal columns is wide.
  double columnWidth(int count) {
    return width() / count / view.breadth();
  }

  /// The first of `count` columns that is seen.
  int firstSeen(int count) {
    return Math.clamp((long) Math.floor(view.from() * count), 0, count);
  }

  /// The column after the last of `count` that is seen.
  int endSeen(int count) {
    return Math.clamp((long) Math.ceil(view.to() * count), 0, count);
  }

  boolean holds(double x, double y) {
    return x >= left && x < right && y >= top && y < bottom;
  }

  /// The same rectangle between other heights.
  Plot between(double upper, double lower) {
    return new Plot(left, upper, right, lower, view);
  }
}
