package org.semcollector.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// `sem bench clock` and `sem correct --history` on the sample cases.
class ClockBenchTest {
  private static final Path CASES = Path.of(System.getProperty("sem.root"), "sample-data", "clock-cases");

  @TempDir
  Path folder;

  @Test
  void theTableHasEveryEstimatorAndRegimeAndtheFilesHaveTheBestOnesTimes() throws Exception {
    CliRun run = CliRun.of("bench", "clock", CASES.toString(), "--out", folder.toString());
    assertEquals(0, run.exitCode(), run.err());
    // the figures of docs/clock-reconstruction.md
    for (String row : List.of("none +all +10 +2190\\.", "as-phone-app +all +10 +954\\.", "even +all +10 +498\\.",
        "profile +all +10 +160\\.", "profile +long +2 ", "profile +with history +5 ", "profile +without history +5 ")) {
      assertTrue(run.out().lines().anyMatch(line -> line.matches(row + ".*")), row + "\n" + run.out());
    }
    List<String> corrected = correct("037-daily", "profile", true);
    List<String> written = Files.readAllLines(folder.resolve("037-daily.csv"));
    assertEquals("record,measuredAtMillis,earliestMillis,latestMillis", written.getFirst());
    assertEquals(corrected, written.subList(1, written.size()));
  }

  @Test
  void simulatedVisitsAreScoredByLoadAndRegime() {
    CliRun run = CliRun.of("bench", "clock", "--simulated", "1", "--seed", "3", "--load", "constant");
    assertEquals(0, run.exitCode(), run.err());
    for (String row : List.of("even +all +22 ", "profile +all +22 ", "profile +CONSTANT +22 ", "profile +SINGLE +2 ")) {
      assertTrue(run.out().lines().anyMatch(line -> line.matches(row + ".*")), row + "\n" + run.out());
    }
  }

  @Test
  void historyMakesADifference() throws Exception {
    assertTrue(!correct("037-daily", "profile", true).equals(correct("037-daily", "profile", false)));
  }

  @Test
  void aBrokenCaseIsNamed() throws Exception {
    CliRun none = CliRun.of("bench", "clock", folder.toString());
    assertTrue(none.exitCode() == 1 && none.isOneClearSentence() && none.err().contains("no cases"), none.err());
    Path broken = Files.createDirectories(folder.resolve("001-rare"));
    for (String file : List.of("telemetry.bin", "powerloss_log.bin", "truth.csv")) {
      Files.copy(CASES.resolve("001-rare").resolve(file), broken.resolve(file));
    }
    Files.writeString(broken.resolve("visit.json"), "{}");
    CliRun run = CliRun.of("bench", "clock", folder.toString());
    assertTrue(run.exitCode() == 1 && run.isOneClearSentence() && run.err().contains("visit.json"), run.err());
    assertEquals(2, CliRun.of("bench", "clock").exitCode());
  }

  /// The columns that both commands write.
  private static List<String> correct(String name, String method, boolean withHistory) {
    Path of = CASES.resolve(name);
    var args = new java.util.ArrayList<>(List.of("correct", "--telemetry", of.resolve("telemetry.bin").toString(),
        "--powerloss", of.resolve("powerloss_log.bin").toString(), "--visit", of.resolve("visit.json").toString(),
        "--method", method));
    if (withHistory)
      args.addAll(List.of("--history", of.resolve("history.csv").toString()));
    CliRun run = CliRun.of(args.toArray(String[]::new));
    assertEquals(0, run.exitCode(), run.err());
    return run.out().lines().skip(1).map(line -> line.split(",")).map(f -> f[0] + "," + f[3] + "," + f[4] + "," + f[5])
        .toList();
  }
}
