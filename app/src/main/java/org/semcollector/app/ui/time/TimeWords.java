package org.semcollector.app.ui.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.semcollector.app.correct.Move;
import org.semcollector.app.correct.PlacedOutage;
import org.semcollector.app.correct.Preview;
import org.semcollector.app.correct.TimeLine;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Messages;

/// Says what a time line shows.
///
/// @param zone the meter's
record TimeWords(Messages messages, ZoneId zone) {
  /// "20 Nov 2026, 09:00".
  String time(Instant at) {
    return formats().dateTime(at);
  }

  String length(Duration length) {
    return formats().duration(length);
  }

  /// "5 h 20 min (4 h 30 min – 6 h)".
  String lengthWithBounds(PlacedOutage outage) {
    return outage.shortest().equals(outage.longest())
        ? length(outage.length())
        : messages.text("time.length-between", length(outage.length()), length(outage.shortest()),
            length(outage.longest()));
  }

  String sureness(PlacedOutage outage) {
    return messages.of("sureness", outage.sureness());
  }

  /// One outage in a sentence.
  String outage(PlacedOutage outage) {
    return messages.text("time.outage", time(outage.from().at()), time(outage.to().at()), lengthWithBounds(outage),
        sureness(outage), messages.of("why", outage.why()));
  }

  /// The whole line in a sentence.
  String summary(TimeLine line) {
    if (line.parts().isEmpty())
      return messages.text("time.nothing");
    return messages.text("time.summary", time(line.parts().getFirst().from()), time(line.parts().getLast().to()),
        line.parts().stream().mapToInt(TimeLine.Part::readings).sum(), line.outages().size(), line.visits().size(),
        line.clockSets().size());
  }

  String preview(Preview preview) {
    return preview.moved() == 0
        ? messages.text("time.preview.none")
        : messages.text("time.preview.moved", preview.moved(), preview.readings(), length(preview.median()));
  }

  String days(Preview preview) {
    return messages.text("time.preview.days", preview.days());
  }

  String resent(Preview preview) {
    return messages.text("time.preview.resent", preview.resent());
  }

  String doubt(Preview preview) {
    return messages.text("time.preview.doubt", length(preview.doubtBefore()), length(preview.doubtAfter()));
  }

  String move(Move move) {
    return messages.text(move.by().isNegative() ? "time.move.earlier" : "time.move.later", move.readings(),
        time(move.from()), time(move.to()), length(move.by()));
  }

  private Formats formats() {
    return new Formats(messages, zone);
  }
}
