package org.semcollector.app.wifi.macos;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.Waiting;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Questions to the helper and their answers: one line of JSON each, told apart by a number. It is started when first
/// asked; one that ended, or does not answer when it must, is replaced by a new one.
final class Helper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Helper.class);
  private static final int TRIES = 2;

  private final JsonMapper mapper = JsonMapper.builder().build();
  private final HelperProgram program;
  private HelperProgram.@Nullable Running running;
  private int last;

  Helper(HelperProgram program) {
    this.program = program;
  }

  boolean exists() {
    return program.exists();
  }

  /// A question that can be filled with more.
  ///
  /// @param what "scan", "join", "current", "leave" or "permission"
  ObjectNode question(String what) {
    return mapper.createObjectNode().put("id", ++last).put("do", what);
  }

  /// Asks and waits for the answer. A helper that ends meanwhile is asked once more, in a new process: nothing it does
  /// harms when it is done twice.
  ///
  /// @return empty when there was no answer in time
  Optional<JsonNode> ask(ObjectNode question, Duration limit, Progress progress) throws WifiException {
    int id = question.path("id").asInt(0);
    for (int i = 0; i < TRIES; i++) {
      try {
        HelperProgram.Running asked = running();
        asked.say(mapper.writeValueAsString(question));
        Optional<Answer> answer = Waiting.until(limit, progress, () -> answer(asked, id));
        if (answer.isEmpty())
          return Optional.empty();
        if (answer.get() instanceof Answer.Said(JsonNode json))
          return Optional.of(json);
      } catch (IOException e) {
        LOG.info("the Wi-Fi helper ended: {}", e.toString());
      }
      replace();
    }
    throw new WifiException(new WifiFailure.Other("the program's helper for Wi-Fi ends whenever it is asked"));
  }

  /// What came of a question.
  private sealed interface Answer {
    record Said(JsonNode json) implements Answer {}

    /// The helper ended without a word.
    record Ended() implements Answer {}
  }

  private Optional<Answer> answer(HelperProgram.Running asked, int id) {
    boolean alive = asked.alive();
    for (Optional<String> line = asked.heard(); line.isPresent(); line = asked.heard()) {
      Optional<JsonNode> json = parse(line.get()).filter(one -> one.path("id").asInt(0) == id);
      if (json.isPresent())
        return json.map(Answer.Said::new);
    }
    return alive ? Optional.empty() : Optional.of(new Answer.Ended());
  }

  /// Answers to questions that nobody waits for any more, and what is no JSON, are left out.
  private Optional<JsonNode> parse(String line) {
    try {
      return Optional.of(mapper.readTree(line)).filter(JsonNode::isObject);
    } catch (JacksonException e) {
      LOG.debug("the Wi-Fi helper said something else", e);
      return Optional.empty();
    }
  }

  private HelperProgram.Running running() throws IOException {
    HelperProgram.Running now = running;
    if (now == null || !now.alive()) {
      now = program.start();
      running = now;
    }
    return now;
  }

  /// The next question goes to a new process.
  void replace() {
    HelperProgram.Running former = running;
    running = null;
    if (former != null)
      former.kill();
  }

  @Override
  public void close() {
    HelperProgram.Running former = running;
    running = null;
    if (former != null)
      former.close();
  }
}
