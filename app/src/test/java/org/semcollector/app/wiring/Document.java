package org.semcollector.app.wiring;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/// A JSON object that a command printed; asking for a field it lacks is a failure.
record Document(Map<?, ?> fields) {
  static Document parse(String json) {
    return new Document(JsonMapper.shared().readValue(json, Map.class));
  }

  /// The fields' names in the order they were printed.
  List<String> names() {
    return fields.keySet().stream().map(Object::toString).toList();
  }

  Object get(String name) {
    return Objects.requireNonNull(fields.get(name), () -> "no " + name + " in " + fields);
  }

  String text(String name) {
    return get(name).toString();
  }

  int number(String name) {
    return ((Number) get(name)).intValue();
  }

  List<?> items(String name) {
    return (List<?>) get(name);
  }

  /// The objects of a list.
  List<Document> list(String name) {
    return items(name).stream().map(item -> new Document((Map<?, ?>) item)).toList();
  }
}
