package org.semcollector.app.sync.thingsboard;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semcollector.app.sync.Trouble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class JudgeTest {
  private static final String PAGE = "<!DOCTYPE html><title>Hotel\n  Garden</title><p>Welcome";

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      200 | json | REST   | -
      200 | json | DEVICE | -
      200 | page | REST   | NotThingsBoard
      200 | page | DEVICE | NotThingsBoard
      302 | none | REST   | NotThingsBoard
      307 | none | DEVICE | NotThingsBoard
      400 | json | REST   | Refused
      400 | page | REST   | NotThingsBoard
      401 | json | REST   | SignInAgain
      401 | none | DEVICE | NoSuchDevice
      403 | json | REST   | NotAllowed
      404 | json | REST   | NoSuchDevice
      404 | none | DEVICE | NotThingsBoard
      404 | page | REST   | NotThingsBoard
      405 | none | REST   | NotAllowed
      407 | none | REST   | NotThingsBoard
      413 | page | REST   | TooLarge
      413 | none | DEVICE | TooLarge
      429 | json | REST   | RetryLater
      429 | page | REST   | RetryLater
      500 | none | DEVICE | RetryLater
      502 | page | REST   | RetryLater
      503 | none | REST   | RetryLater
      511 | page | REST   | NotThingsBoard
      """)
  void eachStatusHasOneMeaning(int status, String body, Judge.Api api, String expected) {
    String text = switch (body) {
      case "page" -> PAGE;
      case "json" -> "{\"status\":" + status + ",\"message\":\"why\"}";
      default -> "";
    };
    String actual = Judge.trouble(new WireReply(status, "", text, "", "", ""), api)
        .map(trouble -> trouble.getClass().getSimpleName()).orElse("-");
    assertEquals(expected, actual);
  }

  @Test
  void aPageIsNamedByItsTitle() {
    assertTrue(trouble(200, PAGE).reason().startsWith("a web page titled \"Hotel Garden\""));
  }

  @Test
  void aRefusalCarriesTheServersOwnWords() {
    assertEquals("status 400, \"No timeseries data found\"", trouble(400, "No timeseries data found").reason());
    assertEquals("status 400, \"Bad key\"", trouble(400, "{\"message\":\"Bad\\nkey\"}").reason());
    assertEquals("status 400", trouble(400, "").reason());
    assertTrue(trouble(400, "x".repeat(5_000)).reason().length() < 250);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      17                            | -                             | 17
      Sun, 01 Mar 2026 12:01:00 GMT | Sun, 01 Mar 2026 12:00:00 GMT | 60
      Sun, 01 Mar 2026 12:01:00 GMT | -                             | -
      soon                          | -                             | -
      -5                            | -                             | -
      """)
  void theServerSaysHowLongToWait(String retryAfter, @Nullable String date,
      @Nullable Long seconds) {
    var reply = new WireReply(429, "", "", "", retryAfter, date == null ? "" : date);
    var trouble = (Trouble.RetryLater) Judge.trouble(reply, Judge.Api.REST).orElseThrow();
    assertEquals(Optional.ofNullable(seconds).map(Duration::ofSeconds), trouble.after());
  }

  @Test
  void aRedirectNamesItsHostOnly() {
    var reply = new WireReply(302, "", "", "http://login.example/?token=secret", "", "");
    String reason = Judge.trouble(reply, Judge.Api.REST).orElseThrow().reason();
    assertTrue(reason.contains("login.example"));
    assertFalse(reason.contains("secret"));
  }

  private static Trouble trouble(int status, String body) {
    return Judge.trouble(new WireReply(status, "", body, "", "", ""), Judge.Api.REST).orElseThrow();
  }
}
