package org.semcollector.app.journal.files;

import java.util.Locale;
import java.util.Optional;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Endpoint;

/// Where the body of a fact is, and what it must hold.
///
/// @param name "03-telemetry.bin": the fact's number and what was asked
/// @param length of the body in bytes
/// @param sha256 of the body, 64 hexadecimal digits
/// @param after the file that holds how the body starts; this one then holds the rest
record BodyFile(String name, int length, String sha256, Optional<String> after) {
  private static final String BROKEN_OFF = "-broken-off";

  static BodyFile of(int sequence, VisitFact.Received fact) {
    return of(sequence, fact.endpoint(), "", fact.body());
  }

  static BodyFile of(int sequence, VisitFact.BrokenOff fact) {
    return of(sequence, fact.endpoint(), BROKEN_OFF, fact.partialBody());
  }

  /// Whether the file holds all of a body that arrived completely.
  boolean isWhole() {
    return after.isEmpty() && !name.contains(BROKEN_OFF);
  }

  /// The rest of a body that starts with all bytes of a file kept before.
  BodyFile startingWith(BodyFile earlier) {
    return new BodyFile(name.replace(".", "-more."), length, sha256, Optional.of(earlier.name()));
  }

  /// The number of the fact a body file belongs to.
  static int sequenceOf(String name) {
    return Integer.parseInt(name.substring(0, name.indexOf('-')));
  }

  boolean holds(Bytes body) {
    return body.length() == length && body.sha256().equals(sha256);
  }

  private static BodyFile of(int sequence, Endpoint endpoint, String mark, Bytes body) {
    String name = String.format(Locale.ROOT, "%02d-%s%s.%s", sequence, plainName(endpoint), mark, extension(endpoint));
    return new BodyFile(name, body.length(), body.sha256(), Optional.empty());
  }

  private static String plainName(Endpoint endpoint) {
    return switch (endpoint) {
      case VERSION -> "version";
      case TOKEN -> "token";
      case TELEMETRY -> "telemetry";
      case POWER_LOSS_LOG -> "powerloss";
      case TIME -> "time-reply";
      case RESET -> "reset-reply";
      case OTA -> "ota-reply";
    };
  }

  private static String extension(Endpoint endpoint) {
    return switch (endpoint) {
      case VERSION, TIME, RESET, OTA -> "txt";
      case TOKEN, TELEMETRY, POWER_LOSS_LOG -> "bin";
    };
  }
}
