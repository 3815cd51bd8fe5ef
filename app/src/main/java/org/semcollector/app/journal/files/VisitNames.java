package org.semcollector.app.journal.files;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.meter.Ssid;

/// Folder names: no colons, which Windows does not allow, and an order that is the order of time.
final class VisitNames {
  /// Within a meter the order in which visits were made, whatever the laptop's clock said.
  static final Comparator<VisitRef> OLDEST_FIRST = Comparator.comparing(VisitRef::name).thenComparing(VisitRef::ssid);

  private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss.SSS'Z'",
      Locale.ROOT);
  private static final Pattern METER = Pattern.compile("SEM-([0-9a-f]{12})");

  private VisitNames() {}

  static String of(Instant time) {
    return FORM.format(time.atOffset(ZoneOffset.UTC));
  }

  static Instant timeOf(VisitRef visit) {
    return parse(visit.name()).orElse(visit.startedAt());
  }

  static Optional<Instant> parse(String name) {
    try {
      return Optional.of(LocalDateTime.parse(name, FORM).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Optional<Ssid> ssid(String folder) {
    Matcher matcher = METER.matcher(folder);
    return matcher.matches()
        ? Ssid.parse("SEM-" + matcher.group(1).replaceAll("(..)(?=.)", "$1:"))
        : Optional.empty();
  }
}
