package org.semcollector.app.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.protocol.reading.Reading;

/// Three meters on the air, two of them collected: what commands about data need.
abstract class CollectedData {
  @TempDir
  Path data;

  Sem sem;
  SiteFixture site;
  /// What the third meter, a collected one, had in its memory.
  List<Reading> truth;

  @BeforeEach
  void collected() {
    sem = new Sem(data);
    site = SiteFixture.start(3);
    truth = site.flash(2);
    for (int i : new int[]{2, 0})
      sem.run("collect", "--url", site.url(i), "--ssid", site.ssid(i).value(), "--erase", "never").ends(0);
  }

  @AfterEach
  void close() {
    site.close();
  }

  final AppServices services() {
    return AppServices.open(new SystemFacts(Sem.CLOCK, Sem.BERLIN, Locale.UK, Map.of(), "Linux", data),
        Optional.of(data), false);
  }

  final Path database() {
    return data.resolve("database/sem.mv.db");
  }

  final List<Path> kept() throws IOException {
    try (var files = Files.list(data.resolve("database"))) {
      return files.filter(file -> file.getFileName().toString().startsWith("sem-before-")).sorted().toList();
    }
  }
}
