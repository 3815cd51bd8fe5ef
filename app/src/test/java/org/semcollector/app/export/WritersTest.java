package org.semcollector.app.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.app.export.CsvStyle.LineEnd;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class WritersTest {
  private static final List<String> COLUMNS = List.of("a", "b", "c");

  /// Puts cells into a row.
  private interface Row {
    void put(RowWriter writer) throws IOException;

    default Row then(Row next) {
      return writer -> {
        put(writer);
        next.put(writer);
      };
    }
  }

  @Test
  void cellsStandAsTheyAre() throws IOException {
    assertEquals("a,b,c\r\nx y,1.5,-2\r\n", csv(text("x y").then(decimal(1.5)).then(whole(-2))));
  }

  @Test
  void commasQuotesAndLineBreaksAreQuoted() throws IOException {
    assertEquals("a,b,c\r\n\"x,y\",\"say \"\"hello\"\"\",\"two\nlines\"\r\n",
        csv(text("x,y").then(text("say \"hello\"")).then(text("two\nlines"))));
    assertEquals("a,b,c\r\n\"x\ry\",\"\"\"\",\"z\r\n\"\r\n", csv(text("x\ry").then(text("\"")).then(text("z\r\n"))));
  }

  @Test
  void emptyCellsAreEmpty() throws IOException {
    assertEquals("a,b,c\r\n,,1\r\n", csv(empty().then(text("")).then(whole(1))));
    assertEquals("a,b,c\r\n,,\r\n",
        csv(decimal(Double.NaN).then(writer -> writer.decimal(Float.NEGATIVE_INFINITY)).then(empty())));
    // cells left out
    assertEquals("a,b,c\r\n7,,\r\n", csv(whole(7)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+2", "+1", "-1", "@SUM(A1)", "\uff1dSUM(A1)"})
  void textThatASpreadsheetWouldCalculateIsMadeText(String formula) throws IOException {
    assertEquals("a,b,c\r\n'" + formula + ",1,2\r\n", csv(text(formula).then(whole(1)).then(whole(2))));
  }

  @Test
  void aFormulaBehindAnApostropheIsStillQuoted() throws IOException {
    assertEquals("a,b,c\r\n\"'\r=1\",\"'=HYPERLINK(\"\"x\"\",1)\",-1\r\n",
        csv(text("\r=1").then(text("=HYPERLINK(\"x\",1)")).then(whole(-1))));
    assertEquals("a,b,c\r\n\"'\tx\",-0.5,\r\n", csv(text("\tx").then(decimal(-0.5))));
  }

  @Test
  void whatAnyProgramMightCutIsQuoted() throws IOException {
    assertEquals("a,b,c\r\n\"x;=1\",\"y|z\",\r\n", csv(text("x;=1").then(text("y|z"))));
  }

  @Test
  void separatorDecimalMarkAndLineEndAreAsAsked() throws IOException {
    assertEquals("a;b;c\n1,5;-0,25;\"x,y\"\n",
        written(out -> new CsvWriter(out, new CsvStyle(';', ',', LineEnd.LF, false)),
            decimal(1.5).then(decimal(-0.25)).then(text("x,y"))));
    assertEquals("\ufeffa\tb\tc\n1.5\t\t\n",
        written(out -> new CsvWriter(out, new CsvStyle('\t', '.', LineEnd.LF, true)), decimal(1.5)));
    assertThrows(IllegalArgumentException.class, () -> new CsvStyle(',', ',', LineEnd.LF, false));
    assertThrows(IllegalArgumentException.class, () -> new CsvStyle('x', '.', LineEnd.LF, false));
  }

  @Test
  void timesCarryTheirOffset() throws IOException {
    // 2026-03-01T10:00:00.250Z
    Row row = writer -> {
      writer.utc(1_772_359_200_250L);
      writer.local(1_772_359_200_250L, ZoneId.of("Europe/Berlin"));
      writer.local(1_772_359_200_250L, ZoneId.of("Asia/Kolkata"));
    };
    assertEquals("a,b,c\r\n2026-03-01T10:00:00.250Z,2026-03-01T11:00:00+01:00,2026-03-01T15:30:00+05:30\r\n", csv(row));
    assertEquals("[\n{\"a\":\"2026-03-01T10:00:00.250Z\",\"b\":\"2026-03-01T11:00:00+01:00\","
        + "\"c\":\"2026-03-01T15:30:00+05:30\"}\n]\n", json(row));
  }

  @Test
  void aTableWithoutRowsIsItsHeader() throws IOException {
    var out = new ByteArrayOutputStream();
    var writer = new CsvWriter(out, CsvStyle.RFC_4180);
    writer.begin(COLUMNS);
    writer.end();
    assertEquals("a,b,c\r\n", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void rowsThatFillTheBufferManyTimesAreAllThere() throws IOException {
    var out = new ByteArrayOutputStream();
    var writer = new CsvWriter(out, CsvStyle.RFC_4180);
    writer.begin(COLUMNS);
    var expected = new StringBuilder("a,b,c\r\n");
    String longText = "x".repeat(3000);
    for (int i = 0; i < 1000; i++) {
      writer.whole(i);
      writer.text(i % 7 == 0 ? longText : "short");
      writer.decimal(i / 8.0);
      writer.endRow();
      expected.append(i).append(',').append(i % 7 == 0 ? longText : "short").append(',').append(i / 8.0).append("\r\n");
    }
    writer.text("y".repeat(100_000));
    writer.endRow();
    expected.append("y".repeat(100_000)).append(",,\r\n");
    writer.end();
    assertEquals(expected.toString(), out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void jsonIsReadBackAsItWas() throws IOException {
    String hard = "quote \" backslash \\ slash / line\nbreak\ttab \u0001 \u001f é 😀 </script>\u2028";
    String json = json(text(hard).then(decimal(1.5)).then(text("=1")));
    assertEquals(List.of(Map.of("a", hard, "b", 1.5, "c", "=1")), JsonMapper.shared().readValue(json, List.class));
  }

  @Test
  void halfACharacterDoesNotBreakJson() throws IOException {
    assertEquals("[\n{\"a\":\"x\\ud83d\"}\n]\n", json(text("x\ud83d")));
  }

  @Test
  void jsonLeavesEmptyCellsOut() throws IOException {
    assertEquals("[\n{\"b\":7}\n]\n", json(empty().then(whole(7)).then(text(""))));
    assertEquals("[\n{\"a\":1,\"c\":3}\n]\n", json(whole(1).then(decimal(Double.NaN)).then(whole(3))));
    assertEquals("[\n{}\n]\n", json(empty()));
  }

  @Test
  void jsonOfSeveralRowsAndOfNoneIsAnArray() throws IOException {
    var two = new ByteArrayOutputStream();
    var writer = new JsonWriter(two);
    writer.begin(List.of("a"));
    writer.whole(1);
    writer.endRow();
    writer.whole(2);
    writer.endRow();
    writer.end();
    assertEquals("[\n{\"a\":1},\n{\"a\":2}\n]\n", two.toString(StandardCharsets.UTF_8));
    var none = new ByteArrayOutputStream();
    var empty = new JsonWriter(none);
    empty.begin(List.of("a"));
    empty.end();
    assertEquals(List.of(), JsonMapper.shared().readValue(none.toString(StandardCharsets.UTF_8), List.class));
  }

  private static Row text(String value) {
    return writer -> writer.text(value);
  }

  private static Row whole(long value) {
    return writer -> writer.whole(value);
  }

  private static Row decimal(double value) {
    return writer -> writer.decimal(value);
  }

  private static Row empty() {
    return RowWriter::empty;
  }

  private static String csv(Row row) throws IOException {
    return written(out -> new CsvWriter(out, CsvStyle.RFC_4180), row);
  }

  private static String json(Row row) throws IOException {
    return written(JsonWriter::new, row);
  }

  private static String written(Function<OutputStream, RowWriter> format, Row row) throws IOException {
    var out = new ByteArrayOutputStream();
    RowWriter writer = format.apply(out);
    writer.begin(COLUMNS);
    row.put(writer);
    writer.endRow();
    writer.end();
    return out.toString(StandardCharsets.UTF_8);
  }
}
