package org.semcollector.app.laptopclock.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.semcollector.app.files.SmallFile;
import org.semcollector.app.laptopclock.ClockObservation;
import org.semcollector.app.laptopclock.LaptopClockEvidence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One JSON file. A sync hears a server's clock thousands of times; one look in five minutes is kept, or the first that
/// differs.
public final class JsonClockEvidence implements LaptopClockEvidence {
  private static final Logger LOG = LoggerFactory.getLogger(JsonClockEvidence.class);
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private final Path file;
  private final JsonMapper mapper = JsonMapper.builder().build();
  private Optional<ClockObservation> kept = Optional.empty();

  /// @param file need not exist yet
  public JsonClockEvidence(Path file) {
    this.file = file;
  }

  @Override
  public synchronized void seen(ClockObservation seen) {
    if (kept.isPresent() && kept.get().run().equals(seen.run()) && kept.get().differs() == seen.differs()
        && seen.monotonicNanos() - kept.get().monotonicNanos() < PAUSE.toNanos())
      return;
    kept = Optional.of(seen);
    try {
      SmallFile.write(file, write(seen));
    } catch (IOException e) {
      LOG.warn("what a server said about the time cannot be kept: {}", e.getMessage());
    }
  }

  @Override
  public synchronized Optional<ClockObservation> last() {
    if (kept.isEmpty())
      kept = read();
    return kept;
  }

  private String write(ClockObservation seen) {
    var json = mapper.createObjectNode();
    json.put("schemaVersion", 1);
    json.put("source", seen.source());
    json.put("trusted", seen.trusted());
    json.put("said", seen.said().toString());
    json.put("uncertaintyMillis", seen.uncertainty().toMillis());
    json.put("laptop", seen.laptop().toString());
    json.put("monotonicNanos", seen.monotonicNanos());
    json.put("run", seen.run());
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
  }

  private Optional<ClockObservation> read() {
    try {
      JsonNode json = mapper.readTree(Files.readString(file));
      return Optional.of(new ClockObservation(json.path("source").asString(""), json.path("trusted").asBoolean(false),
          Instant.parse(json.path("said").asString("")), Duration.ofMillis(json.path("uncertaintyMillis").asLong(0)),
          Instant.parse(json.path("laptop").asString("")), json.path("monotonicNanos").asLong(0),
          json.path("run").asString("")));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | JacksonException | DateTimeException e) {
      LOG.warn("{} is not used: {}", file, e.getMessage());
      return Optional.empty();
    }
  }
}
