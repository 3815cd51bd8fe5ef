package org.semcollector.app.setup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SetUpTextsTest {
  private static final SetUpSentences SENTENCES = new SetUpSentences(Locale.ENGLISH);
  private static final String ACCESS = "abcdefghij0123456789";
  private static final String PROFILE = "0b5e4d20-1111-2222-3333-444455556666";
  private static final String SSID = "SEM-24:6f:28:00:00:01";

  @Test
  void aWholeTokenIsTakenWithBlanksAroundIt() {
    assertEquals(ACCESS, TokenText.parse(" " + ACCESS + PROFILE + "\n").orElseThrow().accessToken());
    assertEquals(Optional.empty(), SENTENCES.token(ACCESS + PROFILE));
  }

  @ParameterizedTest
  @CsvSource({"'',There is no token", ACCESS + ",access token alone", PROFILE + ",profile's id alone",
      ACCESS + "x" + PROFILE + ",this has 57", "abcdefghijü123456789" + PROFILE + ",plain ASCII",
      "abcde fghi0123456789" + PROFILE + ",plain ASCII", ACCESS + "0b5e4d20x1111-2222-3333-444455556666,not the id"})
  void anythingElseIsExplained(String text, String words) {
    String sentence = SENTENCES.token(text).orElseThrow();
    assertTrue(sentence.contains(words), sentence);
    assertEquals(Optional.empty(), TokenText.parse(text));
  }

  @Test
  void aTableIsReadWithColumnsInAnyOrderAndQuotes() {
    SetUpCsv csv = SetUpCsv.parse("\uFEFFName;Token;SSID\n\"Pump \"\"A\"\"; hill\";" + ACCESS + PROFILE + ";" + SSID
        + "\n\n;" + ACCESS.toUpperCase(Locale.ROOT) + PROFILE + ";SEM-24:6F:28:00:00:02\n", SENTENCES);
    assertEquals(List.of(), csv.problems());
    assertEquals(Optional.of("Pump \"A\"; hill"), csv.setUps().getFirst().name());
    assertEquals(Optional.empty(), csv.setUps().getLast().name());
    assertEquals("SEM-24:6f:28:00:00:02", csv.setUps().getLast().ssid().value());
  }

  @Test
  void everyBadLineIsNamedAndTheOthersAreTaken() {
    SetUpCsv csv = SetUpCsv.parse("ssid,token\n" + SSID + "," + ACCESS + PROFILE + "\nx," + ACCESS + PROFILE + "\n"
        + "SEM-24:6f:28:00:00:02,short\n" + SSID + ",b" + ACCESS.substring(1) + PROFILE + "\n"
        + "SEM-24:6f:28:00:00:03," + ACCESS + PROFILE + "\nSEM-24:6f:28:00:00:04\n", SENTENCES);
    assertEquals(1, csv.setUps().size());
    assertEquals(List.of("Line 3", "Line 4", "Line 5", "Line 6", "Line 7"),
        csv.problems().stream().map(problem -> problem.substring(0, 6)).toList());
    assertEquals(1, SetUpCsv.parse("name,token\n", SENTENCES).problems().size());
    assertEquals(1, SetUpCsv.parse("", SENTENCES).problems().size());
  }

  @Test
  void anyTextGivesATable() {
    var random = new SplittableRandom(4711);
    String alphabet = "ssid,token;\"\n\rSEM-24:6f\u0000ü ";
    for (int i = 0; i < 2_000; i++) {
      var text = new StringBuilder(i % 2 == 0 ? "ssid,token,name\n" : "");
      for (int n = random.nextInt(80); n > 0; n--)
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      SetUpCsv csv = SetUpCsv.parse(text.toString(), SENTENCES);
      csv.problems().forEach(problem -> assertFalse(problem.contains("{"), problem));
    }
  }
}
