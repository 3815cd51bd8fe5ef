package org.semcollector.app.wifi.macos;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.Waiting;
import org.semcollector.app.wifi.WifiAdapterContract;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The helper as a process of its own.
class HelperProcessTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static HelperProcess program(String behaviour) {
    return new HelperProcess(List.of(ProcessHandle.current().info().command().orElseThrow(), "-Xshare:auto",
        "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), StandInHelper.class.getName(),
        behaviour));
  }

  @Test
  void questionsAreAnsweredOverItsInputAndOutput() throws Exception {
    assertTrue(program("speak").exists());
    try (var helper = new Helper(program("speak"))) {
      var way = new HelperWay(helper, MacLimits.STANDARD);
      assertEquals(List.of(WifiAdapterContract.NEAR, WifiAdapterContract.FAR),
          way.scan(PATIENCE, Progress.NONE).stream().map(AccessPoint::ssid).toList());
      assertEquals(WifiAdapterContract.HOME, way.current().orElseThrow().name());
    }
  }

  @Test
  void itEndsWhenItsInputIsClosed() throws Exception {
    HelperProgram.Running running = program("speak").start();
    running.close();
    assertEquals(Optional.of(true), Waiting.until(PATIENCE, Progress.NONE, () -> {
      while (running.heard().isPresent()) {
        // its greeting
      }
      return running.alive() ? Optional.empty() : Optional.of(true);
    }));
  }

  @Test
  void oneThatEndsIsReplacedOnceAndThenGivenUp() {
    try (var helper = new Helper(program("crash"))) {
      var failure = assertThrows(WifiException.class,
          () -> helper.ask(helper.question("scan"), PATIENCE, Progress.NONE)).failure();
      assertInstanceOf(WifiFailure.Other.class, failure);
    }
  }

  @Test
  void oneThatIsMuteIsReplaced() throws Exception {
    var limits = new MacLimits(Duration.ofMillis(50), PATIENCE, PATIENCE, PATIENCE);
    try (var helper = new Helper(program("mute"))) {
      assertEquals(Optional.empty(), helper.ask(helper.question("scan"), Duration.ofMillis(50), Progress.NONE));
      assertInstanceOf(WifiFailure.TimedOut.class,
          assertThrows(WifiException.class, () -> new HelperWay(helper, limits).current()).failure());
    }
    assertFalse(new HelperProcess(List.of("/nowhere/helper")).exists());
  }
}
