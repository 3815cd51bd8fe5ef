package org.semcollector.app.correct;

import java.time.Duration;
import java.util.List;

/// What correcting a meter's times in another way changes.
///
/// @param readings how many readings the meter has
/// @param moved how many get another time
/// @param median median of how far these move; zero when none does
/// @param largest the largest moves, the largest first, at most [#MOST_MOVES]
/// @param days calendar days, in the meter's zone, that lose or get readings
/// @param resent how many of the moved readings a server may have by their old time: they must be sent again
/// @param doubtBefore median width of the 90 % intervals of all readings now
/// @param doubtAfter the same afterwards
public record Preview(long readings, long moved, Duration median, List<Move> largest, int days, long resent,
    Duration doubtBefore, Duration doubtAfter) {
  static final int MOST_MOVES = 5;

  public Preview {
    largest = List.copyOf(largest);
  }

  /// Whether nothing would change.
  public boolean isEmpty() {
    return moved == 0 && doubtBefore.equals(doubtAfter);
  }
}
