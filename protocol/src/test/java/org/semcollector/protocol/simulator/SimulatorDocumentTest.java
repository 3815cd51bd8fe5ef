package org.semcollector.protocol.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semcollector.protocol.simulator.thingsboard.ServerFault;

import static org.junit.jupiter.api.Assertions.assertTrue;

/// docs/simulator.md names every fault and every request a plan may name.
class SimulatorDocumentTest {
  static Stream<String> words() {
    return Stream.of(Fault.Kind.values(), FaultTarget.values(), ServerFault.Kind.values(), ServerFault.Target.values())
        .flatMap(Arrays::stream).map(Object::toString).distinct();
  }

  @ParameterizedTest
  @MethodSource("words")
  void everyWordOfAPlanIsExplained(String word) throws IOException {
    String document = Files.readString(Path.of(System.getProperty("sem.root"), "docs", "simulator.md"));
    assertTrue(document.contains("`" + word + "`") || document.contains("`" + word + "@"), word);
  }
}
