package org.semcollector.protocol.simulator.thingsboard;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class JsonReaderTest {
  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{\"a\":[1,-2.50,1E+3,true,false,null,\"x\\\"\\\\y\"]}", "\"\\u0001é\"", "0"})
  void whatIsReadIsWrittenAgain(String text) throws JsonReader.Malformed {
    assertEquals(text, JsonReader.read(text).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[1,]", "{\"a\":}", "01", "1.", "+1", "--1", "tru", "\"\\x\"", "\"\\u12\"", "\"a",
      "{} x", "{a:1}", "\"\u0001\"", "nan"})
  void whatIsNotJsonIsRefused(String text) {
    assertThrows(JsonReader.Malformed.class, () -> JsonReader.read(text));
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 5000})
  void depthIsLimited(int depth) throws JsonReader.Malformed {
    JsonReader.read("[".repeat(64) + "]".repeat(64));
    assertThrows(JsonReader.Malformed.class, () -> JsonReader.read("[".repeat(depth + 1) + "]".repeat(depth + 1)));
  }
}
