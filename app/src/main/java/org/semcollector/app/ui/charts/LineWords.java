package org.semcollector.app.ui.charts;

import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.LinePanels;
import org.semcollector.app.chart.LinePanels.Panel;
import org.semcollector.app.chart.LinePanels.Trace;
import org.semcollector.app.chart.Mark;
import org.semcollector.app.ui.fx.Messages;

/// Says lines of measured values in words.
record LineWords(LinePanels lines, List<Mark> marks, ChartLabels labels, Messages messages) {
  /// What was measured at a time, how well it is known and what happened.
  CanvasChart.Tip tip(Instant at, TimeAxis time) {
    StringJoiner note = new StringJoiner("\n");
    lines.uncertain().stream().filter(part -> !part.from().isAfter(at) && !part.to().isBefore(at)).findFirst()
        .ifPresent(part -> note.add(messages.text("chart.time-uncertain", part.plusMinus().toMinutes())));
    String happened = new MarkWords(labels, messages).within(marks, at.minusMillis(time.within()), at);
    if (!happened.isEmpty())
      note.add(happened);
    return new CanvasChart.Tip(labels.moment(at), values(at, time), note.toString());
  }

  private String values(Instant at, TimeAxis time) {
    StringJoiner values = new StringJoiner("\n");
    for (Panel panel : lines.panels())
      for (Trace trace : panel.traces()) {
        int near = trace.values().nearest(at.toEpochMilli(), time.within());
        String name = panel.traces().size() > 1 ? trace.name() + "  " : "";
        if (near >= 0)
          values.add(name + labels.value(trace.values().value(near), panel.quantity()));
      }
    return values.toString();
  }

  /// The lowest and highest value of each line.
  String summary() {
    if (lines.isEmpty())
      return messages.text("chart.no-data");
    StringJoiner said = new StringJoiner("; ");
    for (Panel panel : lines.panels())
      for (Trace trace : panel.traces()) {
        int size = trace.values().size();
        if (trace.values().low(0, size) <= trace.values().high(0, size))
          said.add(messages.text("chart.lines.summary", messages.of("chart.quantity", panel.quantity()), trace.name(),
              labels.value(trace.values().low(0, size), panel.quantity()),
              labels.value(trace.values().high(0, size), panel.quantity())));
      }
    return said.toString();
  }
}
