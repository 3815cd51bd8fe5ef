package org.semcollector.app.walk.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.files.SmallFile;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.walk.WalkMemory;
import org.semcollector.app.walk.WalkStop;
import org.semcollector.protocol.meter.Ssid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One JSON file, written whole after every visit.
public final class JsonWalkMemory implements WalkMemory {
  private static final Logger LOG = LoggerFactory.getLogger(JsonWalkMemory.class);
  private static final int SCHEMA_VERSION = 1;

  private final Path file;
  private final Clock clock;
  private final JsonMapper mapper = JsonMapper.builder().build();

  /// @param file need not exist yet
  /// @param clock names a file that cannot be used and is set aside
  public JsonWalkMemory(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  @Override
  public synchronized List<WalkStop> load() {
    try {
      JsonNode json = mapper.readTree(Files.readString(file));
      if (json.path("schemaVersion").asInt(0) > SCHEMA_VERSION)
        throw new IOException("written by a newer version of this program");
      var stops = new ArrayList<WalkStop>();
      for (JsonNode stop : json.path("meters"))
        stops.add(read(stop));
      return stops;
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException | JacksonException | DateTimeException | IllegalArgumentException e) {
      LOG.warn("{} is not used: {}", file, e.getMessage());
      setAside();
      return List.of();
    }
  }

  @Override
  public synchronized void save(Collection<WalkStop> stops) throws IOException {
    ObjectNode json = mapper.createObjectNode();
    json.put("schemaVersion", SCHEMA_VERSION);
    var meters = json.putArray("meters");
    stops.forEach(stop -> write(stop, meters.addObject()));
    SmallFile.write(file, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
  }

  private static void write(WalkStop stop, ObjectNode json) {
    json.put("ssid", stop.ssid().value());
    stop.outcome().ifPresent(outcome -> json.put("outcome", outcome.name()));
    json.put("reason", stop.reason());
    json.put("tries", stop.tries());
    json.put("hopeless", stop.hopeless());
    stop.triedAt().ifPresent(at -> json.put("triedAt", at.toString()));
    stop.collectedAt().ifPresent(at -> json.put("collectedAt", at.toString()));
    stop.seenAt().ifPresent(at -> json.put("seenAt", at.toString()));
  }

  private static WalkStop read(JsonNode json) {
    return new WalkStop(new Ssid(json.path("ssid").asString("")),
        text(json, "outcome").map(CollectResult.State::valueOf), json.path("reason").asString(""),
        json.path("tries").asInt(0), json.path("hopeless").asBoolean(false), text(json, "triedAt").map(Instant::parse),
        text(json, "collectedAt").map(Instant::parse), text(json, "seenAt").map(Instant::parse));
  }

  private static Optional<String> text(JsonNode json, String field) {
    return json.has(field) ? Optional.of(json.path(field).asString("")) : Optional.empty();
  }

  private void setAside() {
    try {
      SmallFile.setAside(file, clock.instant());
    } catch (IOException e) {
      LOG.warn("{} cannot be set aside", file, e);
    }
  }
}
