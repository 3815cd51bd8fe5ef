package org.semcollector.app.ui.charts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.StringJoiner;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.Mark;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Messages;

/// Says marks in words.
record MarkWords(ChartLabels labels, Messages messages) {
  private static final int MOST = 4;

  /// What happened within a time, a line each.
  String within(List<Mark> marks, Instant from, Instant to) {
    List<Mark> found = marks.stream().filter(mark -> mark.from().isBefore(to) && !mark.to().isBefore(from)).toList();
    StringJoiner lines = new StringJoiner("\n");
    found.stream().limit(MOST).map(this::line).forEach(lines::add);
    if (found.size() > MOST)
      lines.add(messages.text("mark.more", found.size() - MOST));
    return lines.toString();
  }

  private String line(Mark mark) {
    Formats formats = new Formats(messages, labels.zone());
    String when = mark.to().isAfter(mark.from())
        ? messages.text("mark.lasted", formats.dateTime(mark.from()),
            formats.duration(Duration.between(mark.from(), mark.to())))
        : formats.dateTime(mark.from());
    String said = messages.of("mark", mark.kind()) + ", " + when;
    String more = mark.kind() == Mark.Kind.FIRMWARE ? firmware(mark) : readings(mark);
    return more.isEmpty() ? said : said + ": " + more;
  }

  /// From which version to which, as far as that is known.
  private String firmware(Mark mark) {
    if (mark.before().isPresent() && mark.before().equals(mark.number()))
      return messages.text("mark.firmware.back", text(mark.number()));
    if (mark.before().isPresent() && mark.number().isPresent())
      return messages.text("mark.firmware.from-to", text(mark.before()), text(mark.number()));
    if (mark.before().isPresent())
      return messages.text("mark.firmware.from", text(mark.before()));
    return mark.number().isPresent() ? messages.text("mark.firmware.to", text(mark.number())) : "";
  }

  /// Versions are names, not amounts: no separators.
  private static String text(OptionalInt version) {
    return String.valueOf(version.getAsInt());
  }

  private String readings(Mark mark) {
    return mark.number().isPresent() ? messages.text("mark.new-readings", mark.number().getAsInt()) : "";
  }
}
