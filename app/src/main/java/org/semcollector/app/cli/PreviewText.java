package org.semcollector.app.cli;

import org.semcollector.app.correct.Preview;

/// What a correction changes, in a sentence.
final class PreviewText {
  private PreviewText() {}

  static String of(Preview preview) {
    if (preview.moved() == 0) {
      return preview.doubtBefore().equals(preview.doubtAfter())
          ? "No reading moves."
          : "No reading moves, but times are known to " + LocalTimes.length(preview.doubtAfter()) + " instead of "
              + LocalTimes.length(preview.doubtBefore()) + ".";
    }
    return preview.moved() + " of " + preview.readings() + " readings move, half of them by more than "
        + LocalTimes.length(preview.median()) + "; readings of " + preview.days() + " days change; " + preview.resent()
        + " must be sent again. Half of all times are known to " + LocalTimes.length(preview.doubtAfter())
        + " or better (before: " + LocalTimes.length(preview.doubtBefore()) + ").";
  }
}
