package org.semcollector.app.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.ui.FxExtension;
import org.semcollector.app.wiring.Sem.Run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The commands that draw: the demonstration as a whole, and single charts.
@ExtendWith(FxExtension.class)
class DemoIT {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  @TempDir
  Path folder;

  @Test
  void everythingHolds() throws IOException {
    var sem = new Sem(folder);
    Path out = folder.resolve("demo");
    Run run = sem.exactly("demo", "--meters", "3", "--days", "10", "--out", out.toString()).ends(0);
    assertTrue(run.out().contains("everything holds") && run.out().contains("3 of 3 collected, 3 seen empty"),
        run.out());
    for (String view : List.of("hour", "day", "month", "share", "voltage"))
      assertPicture(out.resolve(view + ".png"), 1200, 600);

    Run json = sem.exactly("demo", "--meters", "2", "--days", "4", "--out", out.toString(), "--json").ends(0);
    Document card = json.json();
    assertEquals(true, card.get("ok"));
    assertEquals(card.get("trueReadings"), card.get("storedReadings"));
    assertEquals(card.get("trueReadings"), card.get("onServer"));
    assertTrue(Files.isDirectory(folder.resolve("demo-2/simulated")), "an earlier demo's data are left alone");
  }

  @Test
  void chartsAreWrittenAsPictures() throws IOException {
    var sem = new Sem(folder);
    Path picture = folder.resolve("chart.png");
    assertTrue(sem.run("chart", "--all", "--view", "day", "--out", picture.toString()).ends(1).err()
        .contains("no readings"));
    try (var site = SiteFixture.start(2)) {
      for (int i = 0; i < 2; i++)
        sem.run("collect", "--url", site.url(i), "--ssid", site.ssid(i).value()).ends(0);
    }
    for (String view : List.of("hour", "day", "month", "share", "voltage")) {
      Run run = sem.run("chart", "--all", "--view", view, "--out", picture.toString(), "--width", "640", "--height",
          "400", "--dark").ends(0);
      assertEquals(List.of(picture.toString()), run.lines());
      assertPicture(picture, 640, 400);
      Files.delete(picture);
    }
    assertEquals(picture.toString(), sem.run("chart", "--all", "--view", "hour", "--from", "2026-11-18", "--to",
        "2026-11-19", "--zone", "Asia/Tokyo", "--out", picture.toString(), "--json").ends(0).json().get("file"));
    Run nowhere = sem.run("chart", "--all", "--view", "day", "--out", folder.toString())
        .ends(1);
    assertEquals(1, nowhere.err().lines().count(), nowhere.err());
  }

  private static void assertPicture(Path file, int width, int height) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    assertArrayEquals(PNG, java.util.Arrays.copyOf(bytes, 8), file.toString());
    // width and height stand behind the first chunk's length and name
    var header = java.nio.ByteBuffer.wrap(bytes, 16, 8);
    assertEquals(List.of(width, height), List.of(header.getInt(), header.getInt()));
    assertTrue(bytes.length > 3_000, file + " has only " + bytes.length + " bytes");
  }
}
