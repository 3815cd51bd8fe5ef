package org.semcollector.app.journal.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The lines of one `events.jsonl`.
///
/// @param lines the whole lines, in order; the first one begins the visit
/// @param misfits numbers (from 1) of lines that are not as they were written
/// @param wholeLength bytes up to the end of the last whole line: what follows was cut short by a kill
record Events(List<String> lines, List<Integer> misfits, int wholeLength) {
  static final String FILE = "events.jsonl";

  Events {
    lines = List.copyOf(lines);
    misfits = List.copyOf(misfits);
  }

  /// Splits a file and checks its chain. After a misfit the chain is followed from the link the misfit carries, so that
  /// one changed line is one damage.
  static Events of(byte[] file, String visitReference) {
    var lines = new ArrayList<String>();
    var misfits = new ArrayList<Integer>();
    String link = Chain.start(visitReference);
    int start = 0;
    for (int end = 0; end < file.length; end++) {
      if (file[end] != '\n')
        continue;
      String line = new String(file, start, end - start, StandardCharsets.UTF_8);
      lines.add(line);
      if (!Chain.fits(link, line))
        misfits.add(lines.size());
      link = Chain.linkOf(line).orElse(link);
      start = end + 1;
    }
    return new Events(lines, misfits, start);
  }

  /// Facts kept so far; the next one gets this number plus one.
  int facts() {
    return Math.max(0, lines.size() - 1);
  }

  /// The link the next line continues.
  String lastLink(String visitReference) {
    return lines.isEmpty()
        ? Chain.start(visitReference)
        : Chain.linkOf(lines.getLast()).orElseGet(() -> Chain.start(visitReference));
  }

  /// Whether this visit had a line with that link.
  boolean hasLink(String link) {
    return lines.stream().anyMatch(line -> Chain.linkOf(line).filter(link::equals).isPresent());
  }
}
