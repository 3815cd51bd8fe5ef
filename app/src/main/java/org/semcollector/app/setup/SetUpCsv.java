package org.semcollector.app.setup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;

/// A list of set-ups as a table: a first line with `ssid,token` and, as wanted, `name` and `site`, in any order; comma or
/// semicolon. Total: every line is a set-up or a problem that names the line.
public record SetUpCsv(List<PreparedSetUp> setUps, List<String> problems) {
  public SetUpCsv {
    setUps = List.copyOf(setUps);
    problems = List.copyOf(problems);
  }

  /// Reads a table. A meter or a token that stands in it twice is a problem of the second line.
  public static SetUpCsv parse(String text, SetUpSentences sentences) {
    List<String> lines = text.replace("\uFEFF", "").lines().toList();
    var setUps = new LinkedHashMap<Ssid, PreparedSetUp>();
    var problems = new ArrayList<String>();
    Map<String, Integer> columns = lines.isEmpty() ? Map.of() : columns(lines.getFirst());
    if (!columns.containsKey("ssid") || !columns.containsKey("token"))
      return new SetUpCsv(List.of(), List.of(sentences.text("csv.header")));
    var tokens = new HashMap<MeterToken, Integer>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank())
        row(i + 1, cells(lines.get(i)), columns, sentences, setUps, tokens, problems);
    }
    return new SetUpCsv(List.copyOf(setUps.values()), problems);
  }

  private static void row(int line, List<String> cells, Map<String, Integer> columns, SetUpSentences sentences,
      Map<Ssid, PreparedSetUp> setUps, Map<MeterToken, Integer> tokens, List<String> problems) {
    String tokenText = cell(cells, columns, "token").orElse("");
    Optional<Ssid> ssid = Ssid.parse(cell(cells, columns, "ssid").orElse(""));
    Optional<MeterToken> token = TokenText.parse(tokenText);
    if (ssid.isEmpty())
      problems.add(sentences.text("csv.ssid", line));
    else if (token.isEmpty())
      problems.add(sentences.text("csv.token", line, sentences.token(tokenText).orElse("")));
    else if (setUps.containsKey(ssid.get()))
      problems.add(sentences.text("csv.twice", line, ssid.get().value()));
    else if (tokens.putIfAbsent(token.get(), line) != null)
      problems.add(sentences.text("csv.token.twice", line));
    else
      setUps.put(ssid.get(), new PreparedSetUp(ssid.get(), token.get(), cell(cells, columns, "name"),
          cell(cells, columns, "site"), Optional.empty()));
  }

  private static Map<String, Integer> columns(String header) {
    var columns = new HashMap<String, Integer>();
    List<String> names = cells(header);
    for (int i = 0; i < names.size(); i++)
      columns.putIfAbsent(names.get(i).toLowerCase(Locale.ROOT), i);
    return columns;
  }

  private static Optional<String> cell(List<String> cells, Map<String, Integer> columns, String name) {
    int index = columns.getOrDefault(name, Integer.MAX_VALUE);
    return index < cells.size() ? Optional.of(cells.get(index)).filter(cell -> !cell.isEmpty()) : Optional.empty();
  }

  /// Cells of one line; quotes may surround a cell and are written twice inside.
  private static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if ((c == ',' || c == ';') && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
