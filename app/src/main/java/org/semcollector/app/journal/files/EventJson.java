package org.semcollector.app.journal.files;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Endpoint;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Facts as lines of JSON and back. All JSON of the journal is here.
final class EventJson {
  /// Where a body comes from when a line is read.
  interface Bodies {
    Bytes of(BodyFile file) throws DamageException;
  }

  /// The first line of a visit.
  ///
  /// @param startedAt the laptop's time at the start
  /// @param previousVisit name of the visit of this meter before
  /// @param previousLink the last link of that visit when this one began
  record Begin(Instant startedAt, Optional<String> previousVisit, Optional<String> previousLink) {}

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private EventJson() {}

  static String begin(VisitRef visit, Begin begin) {
    ObjectNode line = line(0, "begin", begin.startedAt()).put("meter", visit.ssid().value())
        .put("visit", visit.name());
    begin.previousVisit().ifPresent(name -> line.put("previousVisit", name));
    begin.previousLink().ifPresent(link -> line.put("previousLink", link));
    return line.toString();
  }

  static Begin readBegin(String json) throws DamageException {
    JsonNode line = parse(json);
    if (!"begin".equals(text(line, "kind")))
      throw new DamageException("is not the first line of a visit");
    return new Begin(instant(line, "at"), optional(line, "previousVisit"), optional(line, "previousLink"));
  }

  static String write(int sequence, VisitFact fact) {
    return switch (fact) {
      case VisitFact.Received f -> write(sequence, f, BodyFile.of(sequence, f));
      case VisitFact.BrokenOff f -> body(line(sequence, "broken-off", f.at()).put("endpoint", f.endpoint().path())
          .put("reason", f.reason()), BodyFile.of(sequence, f));
      case VisitFact.ReadoutComplete f -> line(sequence, "readout-complete", f.at()).toString();
      case VisitFact.ClockSetSent f ->
        line(sequence, "clock-set-sent", f.at()).put("sent", f.sent().toString()).toString();
      case VisitFact.ClockSetConfirmed f -> line(sequence, "clock-set-confirmed", f.at()).toString();
      case VisitFact.EraseSent f -> line(sequence, "erase-sent", f.at()).toString();
      case VisitFact.EraseProven f -> line(sequence, "erase-proven", f.at()).toString();
      case VisitFact.TokenSent f -> line(sequence, "token-sent", f.at()).put("sha256", f.sha256()).toString();
      case VisitFact.FirmwareSent f -> firmware(sequence, f);
      case VisitFact.FirmwareSeen f -> line(sequence, "firmware-seen", f.at()).put("number", f.number()).toString();
      case VisitFact.Ended f ->
        line(sequence, "ended", f.at()).put("outcome", f.outcome()).put("sentence", f.sentence()).toString();
    };
  }

  private static String firmware(int sequence, VisitFact.FirmwareSent fact) {
    ObjectNode line = line(sequence, "firmware-sent", fact.at()).put("number", fact.number())
        .put("sha256", fact.sha256());
    fact.version().ifPresent(version -> line.put("version", version));
    return line.toString();
  }

  /// As the other one, for a body that is kept otherwise than whole.
  static String write(int sequence, VisitFact.Received fact, BodyFile file) {
    return body(line(sequence, "received", fact.at()).put("endpoint", fact.endpoint().path())
        .put("status", fact.status()), file);
  }

  static VisitFact read(String json, Bodies bodies) throws DamageException {
    JsonNode line = parse(json);
    Instant at = instant(line, "at");
    String kind = text(line, "kind");
    return switch (kind) {
      case "received" ->
        new VisitFact.Received(at, endpoint(line), line.path("status").asInt(-1), bodies.of(bodyFile(line)));
      case "broken-off" ->
        new VisitFact.BrokenOff(at, endpoint(line), bodies.of(bodyFile(line)), text(line, "reason"));
      case "readout-complete" -> new VisitFact.ReadoutComplete(at);
      case "clock-set-sent" -> new VisitFact.ClockSetSent(at, instant(line, "sent"));
      case "clock-set-confirmed" -> new VisitFact.ClockSetConfirmed(at);
      case "erase-sent" -> new VisitFact.EraseSent(at);
      case "erase-proven" -> new VisitFact.EraseProven(at);
      case "token-sent" -> new VisitFact.TokenSent(at, text(line, "sha256"));
      case "firmware-sent" ->
        new VisitFact.FirmwareSent(at, number(line), text(line, "sha256"), optional(line, "version"));
      case "firmware-seen" -> new VisitFact.FirmwareSeen(at, number(line));
      case "ended" -> new VisitFact.Ended(at, text(line, "outcome"), text(line, "sentence"));
      default -> throw new DamageException("tells of \"" + kind + "\", which only a newer SEM Collector knows");
    };
  }

  /// The body a line speaks of, if it speaks of one.
  static Optional<BodyFile> bodyOf(String json) throws DamageException {
    JsonNode line = parse(json);
    return line.has("file") ? Optional.of(bodyFile(line)) : Optional.empty();
  }

  private static ObjectNode line(int sequence, String kind, Instant at) {
    return MAPPER.createObjectNode().put("sequence", sequence).put("at", at.toString()).put("kind", kind);
  }

  private static String body(ObjectNode line, BodyFile file) {
    line.put("file", file.name()).put("length", file.length()).put("sha256", file.sha256());
    file.after().ifPresent(name -> line.put("after", name));
    return line.toString();
  }

  private static JsonNode parse(String json) throws DamageException {
    try {
      return MAPPER.readTree(json);
    } catch (JacksonException e) {
      throw new DamageException("is not JSON");
    }
  }

  private static BodyFile bodyFile(JsonNode line) throws DamageException {
    Optional<String> after = optional(line, "after");
    if (after.isPresent())
      requireName(after.get());
    return new BodyFile(requireName(text(line, "file")), line.path("length").asInt(-1), text(line, "sha256"), after);
  }

  private static String requireName(String name) throws DamageException {
    if (!name.matches("[0-9]{2,}-[a-z-]+\\.(txt|bin)"))
      throw new DamageException("names no body file");
    return name;
  }

  private static Endpoint endpoint(JsonNode line) throws DamageException {
    String path = text(line, "endpoint");
    for (Endpoint endpoint : Endpoint.values()) {
      if (endpoint.path().equals(path))
        return endpoint;
    }
    throw new DamageException("names no request of a meter");
  }

  private static int number(JsonNode line) throws DamageException {
    if (!line.path("number").isInt())
      throw new DamageException("lacks \"number\"");
    return line.path("number").intValue();
  }

  private static Instant instant(JsonNode line, String field) throws DamageException {
    try {
      return Instant.parse(text(line, field));
    } catch (DateTimeException e) {
      throw new DamageException("has no time in \"" + field + "\"");
    }
  }

  private static String text(JsonNode line, String field) throws DamageException {
    return optional(line, field).orElseThrow(() -> new DamageException("lacks \"" + field + "\""));
  }

  private static Optional<String> optional(JsonNode line, String field) {
    JsonNode value = line.path(field);
    return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
  }
}
