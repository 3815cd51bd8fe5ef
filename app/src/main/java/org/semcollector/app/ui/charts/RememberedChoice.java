package org.semcollector.app.ui.charts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.semcollector.app.chart.ChartChoice;
import org.semcollector.app.chart.ChartKind;
import org.semcollector.app.chart.Period;
import org.semcollector.app.rollup.BucketUnit;

/// What was chosen, in words that outlive the program.
final class RememberedChoice {
  private RememberedChoice() {}

  static Map<String, String> of(ChartChoice choice) {
    Map<String, String> words = new TreeMap<>();
    words.put("view", choice.kind().name());
    words.put("period", choice.period().kind().name());
    words.put("first", choice.period().first().toString());
    words.put("end", choice.period().end().toString());
    choice.unit().ifPresent(unit -> words.put("buckets", unit.name()));
    words.put("compare", choice.compare().name());
    words.put("phases", String.valueOf(choice.phases()));
    words.put("marks", String.valueOf(choice.marks()));
    return words;
  }

  /// What the words say; empty when they say nothing that this version understands.
  static Optional<ChartChoice> from(Map<String, String> words) {
    try {
      Period period = new Period(Period.Kind.valueOf(word(words, "period")), LocalDate.parse(word(words, "first")),
          LocalDate.parse(word(words, "end")));
      return Optional.of(new ChartChoice(ChartKind.valueOf(word(words, "view")), period,
          Optional.ofNullable(words.get("buckets")).map(BucketUnit::valueOf),
          ChartChoice.Compare.valueOf(word(words, "compare")), Boolean.parseBoolean(word(words, "phases")),
          Boolean.parseBoolean(word(words, "marks"))));
    } catch (IllegalArgumentException | DateTimeException _) {
      return Optional.empty();
    }
  }

  private static String word(Map<String, String> words, String name) {
    return words.getOrDefault(name, "");
  }
}
