package org.semcollector.app.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.meter.CollectResult.State;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.protocol.simulator.Fault;
import org.semcollector.protocol.simulator.FaultPlan;
import org.semcollector.protocol.simulator.FaultRule;

/// Every fault at every request of a visit: how the visit ends, and that after a healthy second visit every reading the
/// meter ever had is here exactly once.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryFaultEndsInAClearSentenceIT {
  private static final Instant NOW = Instant.parse("2026-11-20T14:03:12.345Z");
  /// Plan | state | erased by the first visit | part of the sentence. Requests of a visit: version, token,
  /// telemetry, powerloss, token, (stored), token, time, token, powerloss, telemetry, reset, token, telemetry, powerloss.
  private static final String TABLE = """
      version:refuse                | FAILED | no  | refused the request for its version (status 500)
      version:403                   | FAILED | no  | refused the request for its version (status 403)
      version:404                   | DONE   | yes | was erased and seen empty
      version:html                  | FAILED | no  | its version reads like a web page
      version:empty                 | FAILED | no  | its version reads like a web page
      """;

  private final TestTime time = new TestTime(NOW);
  @TempDir
  private static Path folder;
  private Laptop laptop;
  private int number;

  record Row(String plan, State state, boolean erased, String sentence) {
    static Row parse(String line) {
      String[] cells = line.split("\\|");
      return new Row(cells[0].strip(), State.valueOf(cells[1].strip()), cells[2].strip().equals("yes"),
          cells[3].strip());
    }
  }

  static Stream<String> probes() {
    var plans = new ArrayList<String>();
    for (String t : List.of("version", "token#1", "token#2", "token#3", "token#4", "token#5", "telemetry#1", "telemetry#2", "telemetry#3",
        "powerloss#1", "powerloss", "powerloss#2", "powerloss#3", "time#1", "time", "reset", "connect", "connect#2+", "connect#8+", "any#2+", "any#3+", "any#4+", "any#5+", "any#6+", "any#7+", "any#8+", "any#9+", "any#10+", "any#11+", "any#12+", "any#13+", "any#14+", "any#15+")) {
      for (Fault.Kind k : EnumSet.allOf(Fault.Kind.class)) {
        if (t.startsWith("any") && k != Fault.Kind.OTHER) continue;
        String arg = switch (k) {
          case CUT, STALL, REBOOT_AT, OFF_AT -> t.startsWith("telemetry") ? "@45" : "@1";
          case TRICKLE -> "@3000";
          case RAGGED -> "@7";
          case FLIP -> t.startsWith("telemetry") ? "@100" : "@3";
          case GARBAGE, SHIFT -> "@3";
          case SHRINK, GROW -> "@1";
          case STATUS -> "@404";
          default -> "";
        };
        plans.add(t + ":" + k + arg);
      }
    }
    return plans.stream().filter(p -> { try { FaultPlan.parse(p); return true; } catch (IllegalArgumentException e) { return false; } });
  }

  @BeforeAll
  void open() throws Exception {
    laptop = Laptop.with(time).in(folder);
  }

  @AfterAll
  void close() throws Exception {
    laptop.close();
  }

  @Test
  void probe() throws Exception {
    for (String plan : probes().toList()) {
      number++;
      long t0 = System.nanoTime();
      String second = "";
      try (var meter = TestMeter.create(number, 12, time.instant(), time)) {
        meter.serve(FaultPlan.parse(plan));
        CollectResult result = laptop.collect(meter, ErasePolicy.WHEN_PROVEN);
        long ms = (System.nanoTime() - t0) / 1_000_000;
        System.out.println(plan + " | " + result.state() + " | " + (result.erased() ? "yes" : "no") + " | " + result.sentence() + " [" + ms + " ms, new " + result.newReadings() + "]");
        meter.recover(time);
        CollectResult again = laptop.collect(meter, ErasePolicy.WHEN_PROVEN);
        if (again.state() != State.DONE) System.out.println("   SECOND " + again);
        try { meter.assertAllOnceWithUnseen(laptop.stored(meter.ssid())); } catch (AssertionError e) { System.out.println("   !!! " + String.valueOf(e.getMessage()).lines().findFirst().orElse("")); }
      }
    }
  }
}
