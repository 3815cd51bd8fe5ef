package org.semcollector.app.meter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CollectSentencesTest {
  private static final CollectSentences ENGLISH = new CollectSentences(Locale.ENGLISH);

  private static Set<String> keysInTheCode() throws IOException {
    Path sources = Path.of(System.getProperty("sem.root"), "app/src/main/java/org/semcollector/app/meter");
    var keys = new TreeSet<String>();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Pattern.compile("\"([a-z]+(\\.[a-z]+)*)\"").matcher(Files.readString(file)).results()
            .forEach(match -> keys.add(match.group(1)));
      }
    }
    return keys;
  }

  @Test
  void everyTextIsUsedAndCanBeFilledIn() throws IOException {
    Set<String> used = keysInTheCode();
    for (String key : ResourceBundle.getBundle("org.semcollector.app.meter.collect", Locale.ROOT).keySet()) {
      boolean ofAnEnum = key.startsWith("broken.") || key.startsWith("body.");
      assertTrue(ofAnEnum || used.contains(key), key + " is used nowhere");
      assertFalse(ENGLISH.text(key, 1, 2, 3).isBlank(), key);
    }
  }

  @Test
  void everyBrokenAnswerHasASentence() {
    for (Endpoint endpoint : Endpoint.values()) {
      for (MeterException.Kind kind : MeterException.Kind.values()) {
        var failure = new MeterException(kind, endpoint, Bytes.ofHex("00"), new IOException("facts for the log"));
        assertTrue(ENGLISH.broken(failure).endsWith("."), ENGLISH.broken(failure));
        assertTrue(ENGLISH.advice(kind).endsWith("."), ENGLISH.advice(kind));
      }
    }
  }

  @Test
  void numbersAreCountedInWords() {
    assertEquals("No new readings.", ENGLISH.text("count.new", 0, 0));
    assertEquals("1 new reading, 1 known before.", ENGLISH.text("count.new", 1, 1));
    assertEquals("60,674 new readings, 12,000 known before.", ENGLISH.text("count.new", 60_674, 12_000));
    assertEquals("Its one reading is safe here, and nothing was erased on the meter.",
        ENGLISH.text("stage.stored", 1));
    assertEquals("The meter has no readings to collect and was started 3 times since it was last erased. Its clock is"
        + " set.", ENGLISH.text("done.empty", 3));
  }

  @Test
  void everyKeyOfAnEnumExists() {
    for (MeterException.Kind kind : MeterException.Kind.values()) {
      assertFalse(ENGLISH.text("broken." + kind, "", 0).isBlank());
    }
    for (Endpoint endpoint : Endpoint.values()) {
      assertFalse(ENGLISH.body(endpoint).isBlank());
    }
  }
}
