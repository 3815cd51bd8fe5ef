package org.semcollector.app.ui.charts;

/// The rectangle inside the axes, in pixels of the canvas.
record Plot(double left, double top, double right, double bottom) {
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

  /// Left edge of one of `count` equal columns.
  double x(int column, int count) {
    return left + width() * column / count;
  }
}
