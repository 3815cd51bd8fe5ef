package org.semcollector.app.setup.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.semcollector.app.files.SmallFile;
import org.semcollector.app.setup.PreparedSetUp;
import org.semcollector.app.setup.PreparedSetUps;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One file in the data folder, which is its owner's alone.
public final class JsonSetUps implements PreparedSetUps {
  private final JsonMapper mapper = JsonMapper.builder().build();
  private final Path file;

  /// @param file need not exist yet
  public JsonSetUps(Path file) {
    this.file = file;
  }

  @Override
  public synchronized List<PreparedSetUp> all() throws IOException {
    return List.copyOf(read().values());
  }

  @Override
  public synchronized void keep(List<PreparedSetUp> setUps) throws IOException {
    NavigableMap<Ssid, PreparedSetUp> all = read();
    setUps.forEach(setUp -> all.put(setUp.ssid(), setUp));
    write(all);
  }

  @Override
  public synchronized void remove(Ssid ssid) throws IOException {
    NavigableMap<Ssid, PreparedSetUp> all = read();
    if (all.remove(ssid) != null)
      write(all);
  }

  private void write(NavigableMap<Ssid, PreparedSetUp> all) throws IOException {
    var list = mapper.createArrayNode();
    all.values().forEach(setUp -> list.add(write(setUp)));
    SmallFile.write(file, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(list) + "\n");
  }

  private ObjectNode write(PreparedSetUp setUp) {
    ObjectNode row = mapper.createObjectNode().put("ssid", setUp.ssid().value())
        .put("token", new String(setUp.token().encode().toArray(), StandardCharsets.US_ASCII));
    setUp.name().ifPresent(name -> row.put("name", name));
    setUp.site().ifPresent(site -> row.put("site", site));
    setUp.doneAt().ifPresent(at -> row.put("doneAt", at.toString()));
    return row;
  }

  /// A list that cannot be read is not an empty list: keeping one more would lose it.
  private NavigableMap<Ssid, PreparedSetUp> read() throws IOException {
    var all = new TreeMap<Ssid, PreparedSetUp>();
    try {
      for (JsonNode row : mapper.readTree(Files.readString(file))) {
        PreparedSetUp setUp = setUp(row);
        all.put(setUp.ssid(), setUp);
      }
    } catch (NoSuchFileException e) {
      return all;
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      throw new IOException("The list of prepared set-ups cannot be understood: " + file
          + ". It was left as it is; move it away and prepare the set-ups again.", e);
    }
    return all;
  }

  private static PreparedSetUp setUp(JsonNode row) {
    MeterToken token = MeterToken
        .decode(Bytes.copyOf(row.path("token").asString("").getBytes(StandardCharsets.US_ASCII)))
        .orElseThrow(() -> new IllegalArgumentException("no token"));
    return new PreparedSetUp(new Ssid(row.path("ssid").asString("")), token, row.path("name").stringValueOpt(),
        row.path("site").stringValueOpt(), row.path("doneAt").stringValueOpt().map(Instant::parse));
  }
}
