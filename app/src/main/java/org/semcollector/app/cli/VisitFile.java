package org.semcollector.app.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.semcollector.protocol.clock.ClockProblem;
import org.semcollector.protocol.clock.Evidence;
import org.semcollector.protocol.clock.TimedReading;
import org.semcollector.protocol.powerloss.PowerLossLog;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriods;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What `visit.json` says about a pair of bodies.
///
/// @param collectedAt the laptop's time of the visit
/// @param clockSetAt when the meter's clock was set before it, if known
/// @param nextSaveAt the first save after the visit, if a later visit saw it
/// @param zone whose hours the meter's people keep, UTC if not said
record VisitFile(Instant collectedAt, Optional<Instant> clockSetAt, Optional<Instant> nextSaveAt,
    OptionalInt firmwareVersion, ZoneId zone) {
  /// Latest stamp a visit can have: the end of the year 9999.
  private static final long LAST_MILLIS = 253_402_300_799_999L;

  static VisitFile read(Path file) throws CliException {
    String text = new String(InputFile.read(file).toArray(), StandardCharsets.UTF_8);
    try {
      JsonNode visit = Json.mapper().readTree(text);
      Optional<Instant> collectedAt = instant(file, visit, "collectedAtMillis");
      return new VisitFile(
          collectedAt.orElseThrow(() -> new CliException(file + " says no collectedAtMillis: the time of the visit.")),
          instant(file, visit, "clockSetAtMillis"), instant(file, visit, "nextSaveAtMillis"),
          visit.path("firmwareVersion").isInt()
              ? OptionalInt.of(visit.path("firmwareVersion").intValue())
              : OptionalInt.empty(),
          zone(file, visit));
    } catch (JacksonException e) {
      throw new CliException(file + " is not JSON (line " + e.getLocation().getLineNr() + ", column "
          + e.getLocation().getColumnNr() + ").");
    }
  }

  ClockProblem problem(List<Reading> readings, PowerLossLog log, List<TimedReading> history) {
    return new ClockProblem(readings, SavePeriods.of(readings, firmwareVersion), log, clockSetAt, collectedAt)
        .with(history, zone).with(nextSaveAt.map(Evidence.NextSave::new).stream().toList());
  }

  private static ZoneId zone(Path file, JsonNode visit) throws CliException {
    JsonNode node = visit.path("zone");
    if (node.isMissingNode() || node.isNull())
      return ZoneOffset.UTC;
    try {
      return ZoneId.of(node.asString(""));
    } catch (DateTimeException e) {
      throw new CliException(file + " says a zone that is none; zones look like Africa/Kampala or +01:00.");
    }
  }

  private static Optional<Instant> instant(Path file, JsonNode visit, String name) throws CliException {
    JsonNode node = visit.path(name);
    if (node.isMissingNode() || node.isNull())
      return Optional.empty();
    if (!node.isIntegralNumber() || node.longValue() < 0 || node.longValue() > LAST_MILLIS) {
      throw new CliException(file + " says a " + name + " that is not a time in milliseconds since 1970.");
    }
    return Optional.of(Instant.ofEpochMilli(node.longValue()));
  }
}
