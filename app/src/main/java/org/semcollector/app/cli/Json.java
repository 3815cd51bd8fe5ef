package org.semcollector.app.cli;

import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// One JSON document per command: maps, lists, strings and numbers.
final class Json {
  private static final ObjectMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Json() {}

  static String write(Object document) {
    return MAPPER.writeValueAsString(document);
  }

  static ObjectMapper mapper() {
    return MAPPER;
  }
}
