package org.semcollector.app.wifi;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semcollector.protocol.meter.Ssid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Every failure says what happened and what to do now.
class WifiSentencesTest {
  private static final Ssid METER = new Ssid("SEM-24:6f:28:00:00:01");

  /// A failure of every kind, and what its sentence must hold: the fact, and the remedy.
  private static final Map<WifiFailure, List<String>> ALL = Map.ofEntries(
      Map.entry(new WifiFailure.Unsupported("NetworkManager"), List.of("NetworkManager", "Wi-Fi menu")),
      Map.entry(new WifiFailure.NoAdapter(), List.of("no Wi-Fi adapter", "Plug one in")),
      Map.entry(new WifiFailure.RadioOff(false), List.of("switched off", "Wi-Fi menu")),
      Map.entry(new WifiFailure.RadioOff(true), List.of("switch or key", "Turn it on")),
      Map.entry(new WifiFailure.PermissionDenied(WifiFailure.Right.LOCATION, "Turn on location for this program.",
          Optional.of(URI.create("ms-settings:privacy-location"))), List.of("does not let", "Turn on location")),
      Map.entry(new WifiFailure.NotFound(METER), List.of(METER.value(), "not in range", "Go nearer")),
      Map.entry(new WifiFailure.WrongPassword(METER, false), List.of(METER.value(), "does not accept", "settings")),
      Map.entry(new WifiFailure.WrongPassword(METER, true), List.of(METER.value(), "none is known", "settings")),
      Map.entry(new WifiFailure.PasswordUnreadable(METER, "The keyring is locked."),
          List.of("The keyring is locked.", "unlock")),
      Map.entry(new WifiFailure.NoDhcp(METER), List.of(METER.value(), "no network address", "off and on")),
      Map.entry(new WifiFailure.Impostor(METER, "de:ad:be:ef:00:01"),
          List.of(METER.value(), "de:ad:be:ef:00:01", "not that meter", "left alone")),
      Map.entry(new WifiFailure.OtherMeter(METER, "24:6f:28:00:00:02"),
          List.of("not the meter you chose", "24:6f:28:00:00:02", "Switch off")),
      Map.entry(new WifiFailure.TimedOut("joining", Duration.ofSeconds(40)), List.of("40 s", "joining", "Go nearer")),
      Map.entry(new WifiFailure.Cancelled(), List.of("Cancelled")),
      Map.entry(new WifiFailure.RestoreFailed(Optional.of("Home")), List.of("«Home»", "not back", "Wi-Fi menu")),
      Map.entry(new WifiFailure.RestoreFailed(Optional.empty()), List.of("could not be left", "Wi-Fi menu")),
      Map.entry(new WifiFailure.Other("Insufficient privileges"), List.of("Insufficient privileges", "Try again")));

  static Stream<WifiFailure> failures() {
    return ALL.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aFailureSaysWhatHappenedAndWhatToDo(WifiFailure failure) {
    String sentence = failure.sentence();
    Objects.requireNonNull(ALL.get(failure))
        .forEach(part -> assertTrue(sentence.contains(part), () -> part + " in: " + sentence));
    assertTrue(sentence.endsWith("."), sentence);
    assertFalse(sentence.contains("[") || sentence.contains("Optional") || sentence.contains("Exception"), sentence);
    assertEquals(sentence, new WifiException(failure).getMessage());
  }

  @Test
  void noKindIsWithoutSentence() {
    Set<Class<?>> kinds = Arrays.stream(WifiFailure.class.getPermittedSubclasses()).collect(Collectors.toSet());
    assertEquals(kinds, failures().map(Object::getClass).collect(Collectors.toSet()));
    assertEquals(ALL.size(), new HashSet<>(failures().map(WifiFailure::sentence).toList()).size());
  }
}
