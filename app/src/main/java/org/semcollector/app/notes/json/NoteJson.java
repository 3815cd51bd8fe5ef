package org.semcollector.app.notes.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.semcollector.app.notes.CorrectionChoice;
import org.semcollector.app.notes.MeterNote;
import org.semcollector.app.notes.PinnedOutage;
import org.semcollector.protocol.meter.Ssid;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A meter's note as JSON. Fields that a newer version added are not known here; see [#read].
final class NoteJson {
  /// Raised when a field changes its meaning or an older program would lose one by writing the note.
  static final int SCHEMA_VERSION = 1;

  private final JsonMapper mapper = JsonMapper.builder().build();

  String write(MeterNote note) {
    ObjectNode json = mapper.createObjectNode();
    json.put("schemaVersion", SCHEMA_VERSION);
    json.put("ssid", note.ssid().value());
    note.name().ifPresent(name -> json.put("name", name));
    note.site().ifPresent(site -> json.put("site", site));
    note.zone().ifPresent(zone -> json.put("zone", zone.getId()));
    note.energyFactor().ifPresent(factor -> json.put("energyFactor", factor));
    note.nominalVoltageV().ifPresent(voltage -> json.put("nominalVoltageV", voltage));
    ObjectNode channels = json.putObject("channelNames");
    note.channelNames().forEach((channel, name) -> channels.put(channel.toString(), name));
    write(note.correction(), json);
    ArrayNode former = json.putArray("formerCorrections");
    note.formerCorrections().forEach(choice -> write(choice, former.addObject()));
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
  }

  private static void write(CorrectionChoice choice, ObjectNode json) {
    choice.estimator().ifPresent(estimator -> json.put("estimator", estimator));
    ArrayNode pins = json.putArray("pinnedOutages");
    choice.pins().forEach(pin -> pins.addObject().put("bootMillis", pin.bootMillis()).put("from", pin.from().toString())
        .put("to", pin.to().toString()));
  }

  /// @throws tools.jackson.core.JacksonException when the text is not JSON
  /// @throws IllegalArgumentException when it is not a note, or one of a newer version: writing that would lose what
  ///     this version does not know
  MeterNote read(String text) {
    JsonNode json = mapper.readTree(text);
    if (json.path("schemaVersion").asInt(0) != SCHEMA_VERSION)
      throw new IllegalArgumentException("it is of another version of this program");
    try {
      return new MeterNote(new Ssid(json.path("ssid").asString("")), text(json, "name"), text(json, "site"),
          text(json, "zone").map(ZoneId::of), number(json.path("energyFactor")),
          number(json.path("nominalVoltageV")), channels(json.path("channelNames")),
          choice(json), former(json.path("formerCorrections")));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static Optional<String> text(JsonNode json, String field) {
    return json.path(field).stringValueOpt().filter(text -> !text.isBlank());
  }

  private static OptionalDouble number(JsonNode json) {
    return json.isNumber() ? OptionalDouble.of(json.doubleValue()) : OptionalDouble.empty();
  }

  private static SortedMap<Integer, String> channels(JsonNode json) {
    var names = new TreeMap<Integer, String>();
    json.properties().forEach(entry -> names.put(Integer.valueOf(entry.getKey()), entry.getValue().asString("")));
    return names;
  }

  private static CorrectionChoice choice(JsonNode json) {
    return new CorrectionChoice(text(json, "estimator"), pins(json.path("pinnedOutages")));
  }

  private static List<CorrectionChoice> former(JsonNode json) {
    var former = new ArrayList<CorrectionChoice>();
    json.forEach(choice -> former.add(choice(choice)));
    return former;
  }

  private static List<PinnedOutage> pins(JsonNode json) {
    var pins = new ArrayList<PinnedOutage>();
    for (JsonNode pin : json) {
      if (!pin.path("bootMillis").isIntegralNumber())
        throw new IllegalArgumentException("a pinned outage without the boot that ended it");
      pins.add(new PinnedOutage(pin.path("bootMillis").longValue(), Instant.parse(pin.path("from").asString("")),
          Instant.parse(pin.path("to").asString(""))));
    }
    return pins;
  }
}
