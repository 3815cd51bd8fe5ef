package org.semcollector.app.laptopclock.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.files.SmallFile;
import org.semcollector.app.laptopclock.ClockConfirmation;
import org.semcollector.app.laptopclock.ClockObservation;
import org.semcollector.app.laptopclock.LaptopClockEvidence;
import org.semcollector.app.laptopclock.Uptime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One JSON file. A sync hears a server's clock thousands of times; one look in five minutes is kept, or the first that
/// differs.
public final class JsonClockEvidence implements LaptopClockEvidence {
  private static final Logger LOG = LoggerFactory.getLogger(JsonClockEvidence.class);
  private static final int SCHEMA_VERSION = 2;
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private final Path file;
  private final JsonMapper mapper = JsonMapper.builder().build();
  private @Nullable Known known;

  /// All that the file holds.
  private record Known(
      Optional<ClockObservation> seen, Optional<ClockConfirmation> confirmed, Optional<Instant> excusedUntil) {
    static final Known NOTHING = new Known(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// @param file need not exist yet
  public JsonClockEvidence(Path file) {
    this.file = file;
  }

  @Override
  public synchronized void seen(ClockObservation seen) {
    Optional<ClockObservation> kept = known().seen();
    if (kept.isPresent() && kept.get().run().equals(seen.run()) && kept.get().differs() == seen.differs()
        && seen.monotonicNanos() - kept.get().monotonicNanos() < PAUSE.toNanos())
      return;
    keep(new Known(Optional.of(seen), known().confirmed(), known().excusedUntil()));
  }

  @Override
  public synchronized Optional<ClockObservation> last() {
    return known().seen();
  }

  @Override
  public synchronized void confirmed(ClockConfirmation confirmation) {
    keep(new Known(known().seen(), Optional.of(confirmation), known().excusedUntil()));
  }

  @Override
  public synchronized Optional<ClockConfirmation> confirmed() {
    return known().confirmed();
  }

  @Override
  public synchronized void excuse(Instant until) {
    if (known().excusedUntil().filter(former -> !former.isBefore(until)).isEmpty())
      keep(new Known(known().seen(), known().confirmed(), Optional.of(until)));
  }

  @Override
  public synchronized Optional<Instant> excusedUntil() {
    return known().excusedUntil();
  }

  private Known known() {
    Known read = known;
    if (read == null) {
      read = read();
      known = read;
    }
    return read;
  }

  private void keep(Known changed) {
    known = changed;
    try {
      SmallFile.write(file, write(changed));
    } catch (IOException e) {
      LOG.warn("what is known about the clock cannot be kept: {}", e.getMessage());
    }
  }

  private String write(Known all) {
    var json = mapper.createObjectNode();
    json.put("schemaVersion", SCHEMA_VERSION);
    all.seen().ifPresent(seen -> json.putObject("seen").put("source", seen.source()).put("trusted", seen.trusted())
        .put("said", seen.said().toString()).put("uncertaintyMillis", seen.uncertainty().toMillis())
        .put("laptop", seen.laptop().toString()).put("monotonicNanos", seen.monotonicNanos()).put("run", seen.run()));
    all.confirmed().ifPresent(said -> json.putObject("confirmed").put("laptop", said.laptop().toString())
        .put("run", said.uptime().run()).put("nanos", said.uptime().nanos())
        .put("countsSleep", said.uptime().countsSleep()));
    all.excusedUntil().ifPresent(until -> json.put("excusedUntil", until.toString()));
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
  }

  private Known read() {
    try {
      JsonNode json = mapper.readTree(Files.readString(file));
      return new Known(json.has("seen") ? Optional.of(seen(json.path("seen"))) : Optional.empty(),
          json.has("confirmed") ? Optional.of(confirmed(json.path("confirmed"))) : Optional.empty(),
          json.has("excusedUntil") ? Optional.of(instant(json, "excusedUntil")) : Optional.empty());
    } catch (NoSuchFileException e) {
      return Known.NOTHING;
    } catch (IOException | JacksonException | DateTimeException e) {
      LOG.warn("{} is not used: {}", file, e.getMessage());
      return Known.NOTHING;
    }
  }

  private static ClockObservation seen(JsonNode json) {
    return new ClockObservation(json.path("source").asString(""), json.path("trusted").asBoolean(false),
        instant(json, "said"), Duration.ofMillis(json.path("uncertaintyMillis").asLong(0)), instant(json, "laptop"),
        json.path("monotonicNanos").asLong(0), json.path("run").asString(""));
  }

  private static ClockConfirmation confirmed(JsonNode json) {
    return new ClockConfirmation(instant(json, "laptop"), new Uptime.Count(json.path("run").asString(""),
        json.path("nanos").asLong(0), json.path("countsSleep").asBoolean(false)));
  }

  private static Instant instant(JsonNode json, String field) {
    return Instant.parse(json.path(field).asString(""));
  }
}
