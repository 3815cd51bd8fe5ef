package org.semcollector.app.export;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.app.export.RowWriter.Cell;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;

class WritersTest {
  private static final List<String> COLUMNS = List.of("a", "b", "c");

  @Test
  void plainCellsStandAsTheyAre() {
    assertEquals("a,b,c\nx y,1.5,-2\n", csv(new Cell.Text("x y"), new Cell.Plain("1.5"), new Cell.Plain("-2")));
  }

  @Test
  void commasQuotesAndLineBreaksAreQuoted() {
    assertEquals("a,b,c\n\"x,y\",\"say \"\"hello\"\"\",\"two\nlines\"\n",
        csv(new Cell.Text("x,y"), new Cell.Text("say \"hello\""), new Cell.Text("two\nlines")));
    assertEquals("a,b,c\n\"x\ry\",\"\"\"\",\"z\r\n\"\n",
        csv(new Cell.Text("x\ry"), new Cell.Text("\""), new Cell.Text("z\r\n")));
  }

  @Test
  void emptyCellsAreEmpty() {
    assertEquals("a,b,c\n,,1\n", csv(Cell.EMPTY, new Cell.Text(""), new Cell.Plain("1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+2", "+1", "-1", "@SUM(A1)", "\tx"})
  void textThatASpreadsheetWouldCalculateIsMadeText(String formula) {
    assertEquals("a,b,c\n'" + formula + ",1,2\n",
        csv(new Cell.Text(formula), new Cell.Plain("1"), new Cell.Plain("2")));
  }

  @Test
  void aFormulaBehindAnApostropheIsStillQuoted() {
    assertEquals("a,b,c\n\"'\r=1\",\"'=HYPERLINK(\"\"x\"\",1)\",-1\n",
        csv(new Cell.Text("\r=1"), new Cell.Text("=HYPERLINK(\"x\",1)"), new Cell.Plain("-1")));
  }

  @Test
  void aTableWithoutRowsIsItsHeader() {
    var text = new StringWriter();
    var writer = new CsvWriter(new PrintWriter(text));
    writer.begin(COLUMNS);
    writer.end();
    assertEquals("a,b,c\n", text.toString());
  }

  @Test
  void jsonIsReadBackAsItWas() {
    String hard = "quote \" backslash \\ slash / line\nbreak\ttab \u0001 \u001f é 😀 </script>\u2028";
    String json = json(new Cell.Text(hard), new Cell.Plain("1.50"), new Cell.Text("=1"));
    assertEquals(List.of(Map.of("a", hard, "b", 1.5, "c", "=1")), JsonMapper.shared().readValue(json, List.class));
  }

  @Test
  void jsonLeavesEmptyCellsOut() {
    assertEquals("[\n{\"b\":7}\n]\n", json(Cell.EMPTY, new Cell.Plain("7"), new Cell.Text("")));
    assertEquals("[\n{\"a\":1,\"c\":3}\n]\n", json(new Cell.Plain("1"), Cell.EMPTY, new Cell.Plain("3")));
  }

  @Test
  void jsonOfSeveralRowsAndOfNoneIsAnArray() {
    var text = new StringWriter();
    var writer = new JsonWriter(new PrintWriter(text));
    writer.begin(List.of("a"));
    writer.row(List.of(new Cell.Plain("1")));
    writer.row(List.of(new Cell.Plain("2")));
    writer.end();
    assertEquals("[\n{\"a\":1},\n{\"a\":2}\n]\n", text.toString());
    var none = new StringWriter();
    var empty = new JsonWriter(new PrintWriter(none));
    empty.begin(List.of("a"));
    empty.end();
    assertEquals(List.of(), JsonMapper.shared().readValue(none.toString(), List.class));
  }

  private static String csv(Cell... row) {
    return written(CsvWriter::new, row);
  }

  private static String json(Cell... row) {
    return written(JsonWriter::new, row);
  }

  private static String written(Function<PrintWriter, RowWriter> format, Cell... row) {
    var text = new StringWriter();
    RowWriter writer = format.apply(new PrintWriter(text));
    writer.begin(COLUMNS);
    writer.row(List.of(row));
    writer.end();
    return text.toString();
  }
}
