package org.semcollector.app.safety;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.task.Progress;
import org.semcollector.protocol.simulator.Fault;
import org.semcollector.protocol.simulator.FaultPlan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Every fault at every request of a visit, from the table `every-fault.txt`: how the visit ends, what it says, and that
/// after a healthy second visit every reading the meter ever had is here exactly once.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryFaultEndsInAClearSentenceIT {
  private static final Instant NOW = Instant.parse("2026-11-20T14:03:12.345Z");

  private final TestTime time = new TestTime(NOW);
  private final PatientClients clients = new PatientClients();
  @TempDir
  private static Path folder = Path.of("");
  private Laptop laptop;
  private int meters;

  /// One line of the table.
  ///
  /// @param foreign whether readings that the meter never had were stored: they cannot be told from its own
  record Row(FaultPlan plan, State state, boolean erased, boolean foreign, String sentence) {
    static Row parse(String line) {
      String[] cells = line.split("\\|", -1);
      return new Row(FaultPlan.parse(cells[0]), State.valueOf(cells[1].strip()),
          cells[2].strip().equals("erased"), cells[2].strip().equals("foreign"), cells[3].strip());
    }

    @Override
    public String toString() {
      return plan.toString();
    }
  }

  static List<Row> rows() throws Exception {
    try (InputStream in = Objects.requireNonNull(
        EveryFaultEndsInAClearSentenceIT.class.getResourceAsStream("every-fault.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.isBlank() && !line.startsWith("//")).map(Row::parse).toList();
    }
  }

  @BeforeAll
  void open() throws Exception {
    laptop = Laptop.with(time).clients(clients).in(folder);
  }

  @AfterAll
  void close() throws Exception {
    laptop.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void endsAsItSays(Row row) throws Exception {
    meters++;
    try (var meter = TestMeter.create(meters, 12, time.instant(), time)) {
      meter.serve(row.plan());
      clients.expect(row.plan());
      CollectResult result = laptop.collect(meter, ErasePolicy.WHEN_PROVEN);

      assertEquals(row.state(), result.state(), result.sentence());
      assertTrue(result.sentence().contains(row.sentence()), result.sentence());
      assertEquals(row.erased(), result.erased(), result.sentence());
      assertEquals(result.newReadings(), laptop.stored(meter.ssid()).size());
      if (row.erased())
        assertEquals(1, meter.meter().erasures());

      meter.recover(time);
      clients.expect(FaultPlan.NONE);
      CollectResult healthy = laptop.collect(meter, ErasePolicy.WHEN_PROVEN);
      assertEquals(State.DONE, healthy.state(), healthy.sentence());
      List<StoredReading> stored = laptop.stored(meter.ssid());
      meter.assertAllOnceWithUnseen(row.foreign() ? meter.own(stored) : stored);
    }
  }

  @Test
  void everyKindOfFaultIsInTheTable() throws Exception {
    Set<Fault.Kind> kinds = rows().stream().flatMap(row -> row.plan().rules().stream())
        .map(rule -> rule.fault().kind()).collect(Collectors.toCollection(() -> EnumSet.noneOf(Fault.Kind.class)));
    kinds.add(Fault.Kind.ROLL_BACK); // happens to firmware only
    assertEquals(EnumSet.allOf(Fault.Kind.class), kinds);
  }

  @Test
  void theJournalOfAllThatIsWhole() throws Exception {
    assertEquals(List.of(), laptop.journal().verify(Progress.NONE).damages());
  }
}
