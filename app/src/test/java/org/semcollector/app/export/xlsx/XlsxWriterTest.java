package org.semcollector.app.export.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.semcollector.app.export.About;
import org.semcollector.app.export.RowWriter;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class XlsxWriterTest {
  private static final About ABOUT = new About("Readings", List.of(new About.Line("Zone", "=Europe/Berlin")));

  @Test
  void numbersAreNumbersAndTextsAreTexts() throws Exception {
    Map<String, Document> files = written(writer -> {
      writer.text("=HYPERLINK(\"http://x\")");
      writer.whole(-7);
      writer.decimal(0.6125f);
      writer.decimal(1.5);
      writer.text("<a & \"b\">\u0001 _x0041_");
      writer.endRow();
    }, List.of("a", "b", "c", "d", "e"));
    Document sheet = part(files, "xl/worksheets/sheet1.xml");
    assertEquals(0, sheet.getElementsByTagName("f").getLength());
    assertEquals("inlineStr", cell(sheet, "A2").getAttribute("t"));
    assertEquals("=HYPERLINK(\"http://x\")", cell(sheet, "A2").getTextContent());
    assertEquals("n", cell(sheet, "B2").getAttribute("t"));
    assertEquals(List.of("-7", "0.6125", "1.5"), List.of(cell(sheet, "B2").getTextContent(),
        cell(sheet, "C2").getTextContent(), cell(sheet, "D2").getTextContent()));
    assertEquals("<a & \"b\"> _x005F_x0041_", cell(sheet, "E2").getTextContent());
    assertEquals("=Europe/Berlin", cell(part(files, "xl/worksheets/sheet2.xml"), "B1").getTextContent());
    assertFalse(files.keySet().stream().anyMatch(name -> name.contains("externalLink")));
  }

  @Test
  void timesAreDatesOfTheClock() throws Exception {
    // 2026-03-01T10:00:00Z: day 46082 since 1899-12-30, 10/24 of it; in Berlin 11/24
    Map<String, Document> files = written(writer -> {
      writer.utc(1_772_359_200_000L);
      writer.local(1_772_359_200_000L, ZoneId.of("Europe/Berlin"));
      writer.endRow();
    }, List.of("utc", "local"));
    Document sheet = part(files, "xl/worksheets/sheet1.xml");
    assertEquals(46082 + 10 / 24.0, Double.parseDouble(cell(sheet, "A2").getTextContent()), 1e-9);
    assertEquals(46082 + 11 / 24.0, Double.parseDouble(cell(sheet, "B2").getTextContent()), 1e-9);
    String styles = text(part(files, "xl/styles.xml"));
    assertTrue(styles.contains("yyyy-mm-dd hh:mm:ss.000"), styles);
    assertFalse(cell(sheet, "A2").getAttribute("s").isEmpty());
  }

  @Test
  void whatIsNotKnownHasNoCell() throws Exception {
    Document sheet = part(written(writer -> {
      writer.text("");
      writer.decimal(Double.NaN);
      writer.decimal(Float.POSITIVE_INFINITY);
      writer.empty();
      writer.whole(5);
      writer.endRow();
    }, List.of("a", "b", "c", "d", "e")), "xl/worksheets/sheet1.xml");
    assertEquals(List.of("E2"), refs(sheet).stream().filter(ref -> ref.endsWith("2")).toList());
  }

  @Test
  void numbersASpreadsheetWouldRoundAreTexts() throws Exception {
    Document sheet = part(written(writer -> {
      writer.whole(Long.MAX_VALUE);
      writer.whole(Long.MIN_VALUE);
      writer.whole(1L << 53);
      writer.endRow();
    }, List.of("a", "b", "c")), "xl/worksheets/sheet1.xml");
    assertEquals(List.of("inlineStr", "inlineStr", "n"), List.of(cell(sheet, "A2").getAttribute("t"),
        cell(sheet, "B2").getAttribute("t"), cell(sheet, "C2").getAttribute("t")));
  }

  @Test
  void theHeaderStaysOnTop() throws Exception {
    Document sheet = part(written(_ -> {}, List.of("a")), "xl/worksheets/sheet1.xml");
    Element pane = (Element) sheet.getElementsByTagName("pane").item(0);
    assertEquals("frozen", pane.getAttribute("state"));
    assertEquals("1", pane.getAttribute("ySplit"));
    assertEquals("a", cell(sheet, "A1").getTextContent());
  }

  @Test
  void aTableTooLongForOneSheetGoesOnInTheNext() throws Exception {
    var out = new ByteArrayOutputStream();
    var writer = new XlsxWriter(out, ABOUT, 1001);
    writer.begin(List.of("n"));
    for (int i = 0; i < 2500; i++) {
      writer.whole(i);
      writer.endRow();
    }
    writer.end();
    Map<String, Document> files = files(out.toByteArray());
    var rows = new java.util.ArrayList<Integer>();
    for (int sheet = 1; sheet <= 3; sheet++) {
      Document document = part(files, "xl/worksheets/sheet" + sheet + ".xml");
      assertEquals("n", cell(document, "A1").getTextContent());
      assertEquals(1, document.getElementsByTagName("pane").getLength());
      for (String ref : refs(document)) {
        if (!ref.equals("A1"))
          rows.add(Integer.parseInt(cell(document, ref).getTextContent()));
      }
    }
    assertEquals(java.util.stream.IntStream.range(0, 2500).boxed().toList(), rows);
    assertTrue(files.containsKey("xl/worksheets/sheet4.xml"));
  }

  @Test
  void textsTooLongForACellAreCut() {
    assertEquals(SheetText.LONGEST, SheetText.of("x".repeat(40_000)).length());
  }

  /// Fills a table.
  private interface Filling {
    void put(RowWriter writer) throws IOException;
  }

  private static Map<String, Document> written(Filling filling, List<String> columns) throws Exception {
    var out = new ByteArrayOutputStream();
    RowWriter writer = new XlsxFormat().open(out, ABOUT);
    writer.begin(columns);
    filling.put(writer);
    writer.end();
    return files(out.toByteArray());
  }

  /// Every part of the file, parsed: not well-formed XML fails.
  private static Map<String, Document> files(byte[] bytes) throws Exception {
    var files = new TreeMap<String, Document>();
    Path file = Files.createTempFile("sem-xlsx", ".xlsx");
    Files.write(file, bytes);
    try (var zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries()))
        files.put(entry.getName(),
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(zip.getInputStream(entry)));
    } finally {
      Files.delete(file);
    }
    return files;
  }

  private static Document part(Map<String, Document> files, String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  private static Element cell(Document sheet, String ref) {
    var cells = sheet.getElementsByTagName("c");
    for (int i = 0; i < cells.getLength(); i++) {
      Element cell = (Element) cells.item(i);
      if (cell.getAttribute("r").equals(ref))
        return cell;
    }
    throw new AssertionError("no cell " + ref);
  }

  private static List<String> refs(Document sheet) {
    var refs = new java.util.ArrayList<String>();
    var cells = sheet.getElementsByTagName("c");
    for (int i = 0; i < cells.getLength(); i++)
      refs.add(((Element) cells.item(i)).getAttribute("r"));
    return refs;
  }

  private static String text(Document document) throws Exception {
    var out = new ByteArrayOutputStream();
    javax.xml.transform.TransformerFactory.newInstance().newTransformer().transform(
        new javax.xml.transform.dom.DOMSource(document), new javax.xml.transform.stream.StreamResult(out));
    return out.toString(StandardCharsets.UTF_8);
  }
}
