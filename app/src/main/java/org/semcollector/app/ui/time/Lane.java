package org.semcollector.app.ui.time;

import java.time.Instant;

/// A horizontal band of the drawing and how times lie on it, in pixels.
///
/// @param left left edge
/// @param right right edge
/// @param top upper edge of the bars
/// @param height of the bars
record Lane(TimeWindow window, double left, double right, double top, double height) {
  double x(Instant at) {
    return left + window.position(at) * (right - left);
  }

  Instant at(double x) {
    return window.at(position(x));
  }

  /// 0 = left edge, 1 = right edge.
  double position(double x) {
    return (x - left) / (right - left);
  }

  boolean holds(double y) {
    return y >= top && y <= top + height;
  }

  double bottom() {
    return top + height;
  }
}
