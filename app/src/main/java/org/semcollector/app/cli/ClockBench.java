package org.semcollector.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.clock.ClockEstimator;
import org.semcollector.protocol.clock.ClockEstimators;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.clock.bench.CaseScore;
import org.semcollector.protocol.clock.bench.ClockCase;
import org.semcollector.protocol.clock.bench.ClockCaseFiles;
import org.semcollector.protocol.clock.bench.ClockScore;
import org.semcollector.protocol.clock.bench.simulated.LoadKind;
import org.semcollector.protocol.clock.bench.simulated.SimulatedVisit;

/// Every estimator on visits whose truth is known.
final class ClockBench {
  private final List<ClockCase> cases;
  private final TextTable table = new TextTable("estimator", "cases", "n", "mean error", "median of medians",
      "wrong day", "covered", "mean width", "interval score", "ms a case");

  private ClockBench(List<ClockCase> cases) {
    this.cases = cases;
  }

  /// @param out where to write the standard estimator's times, one file for each case
  /// @return lines for people; errors, widths and scores in minutes
  static List<String> run(Path folder, Optional<Path> out) throws CliException {
    var bench = new ClockBench(read(folder));
    for (ClockEstimator estimator : ClockEstimators.all()) {
      bench.score(estimator);
    }
    if (out.isPresent())
      bench.write(out.get());
    return bench.table.toString().lines().toList();
  }

  /// Visits that are made up, the same for the same seed: kinds of load with every regime of outages. They are too many to
  /// be held in memory all at once.
  ///
  /// @param seeds how many of each
  static List<String> simulated(List<LoadKind> loads, int seeds, long firstSeed) {
    var bench = new ClockBench(List.of());
    for (String name : List.of("even", "profile")) {
      ClockEstimator estimator = ClockEstimators.byName(name).orElseThrow();
      bench.score(estimator, SimulatedVisit.all(loads, seeds, firstSeed));
    }
    return bench.table.toString().lines().toList();
  }

  private void score(ClockEstimator estimator) {
    score(estimator, cases.stream());
  }

  private void score(ClockEstimator estimator, Stream<ClockCase> each) {
    var scores = new ArrayList<CaseScore>();
    long[] nanos = {0};
    each.forEach(one -> {
      long start = System.nanoTime();
      List<CorrectedTime> times = estimator.estimate(one.problem());
      nanos[0] += System.nanoTime() - start;
      scores.add(CaseScore.of(one, times));
    });
    double millis = nanos[0] / 1e6 / scores.size();
    row(estimator, "all", scores, String.format(Locale.ROOT, "%.1f", millis));
    Map<String, List<CaseScore>> parts = new LinkedHashMap<>();
    for (CaseScore score : scores) {
      for (String part : score.regime().split(" ", -1)) {
        parts.computeIfAbsent(part, _ -> new ArrayList<>()).add(score);
      }
    }
    for (CaseScore score : scores) {
      parts.computeIfAbsent(score.hasHistory() ? "with history" : "without history", _ -> new ArrayList<>()).add(score);
    }
    parts.forEach((name, part) -> row(estimator, name, part, ""));
  }

  private void row(ClockEstimator estimator, String name, List<CaseScore> scores, String millis) {
    ClockScore score = ClockScore.of(scores);
    table.add(estimator.name(), name, Integer.toString(score.cases()), minutes(score.meanErrorMinutes()),
        minutes(score.medianErrorMinutes()), percent(score.wrongDay()), percent(score.covered()),
        minutes(score.widthMinutes()), minutes(score.winklerMinutes()), millis);
  }

  private static String minutes(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }

  private void write(Path out) throws CliException {
    try {
      Files.createDirectories(out);
      for (ClockCase each : cases) {
        Files.writeString(out.resolve(each.name() + ".csv"),
            csv(ClockEstimators.standard().estimate(each.problem())));
      }
    } catch (IOException e) {
      throw new CliException(out + " cannot be written (" + InputFile.reason(e) + ").");
    }
  }

  private static String csv(List<CorrectedTime> times) {
    var csv = new StringBuilder("record,measuredAtMillis,earliestMillis,latestMillis\n");
    for (int i = 0; i < times.size(); i++) {
      CorrectedTime time = times.get(i);
      csv.append(i).append(',').append(time.measuredAt().toEpochMilli()).append(',')
          .append(time.earliest().toEpochMilli()).append(',').append(time.latest().toEpochMilli()).append('\n');
    }
    return csv.toString();
  }

  private static List<ClockCase> read(Path folder) throws CliException {
    var cases = new ArrayList<ClockCase>();
    try (Stream<Path> folders = Files.list(folder)) {
      for (Path each : folders.filter(Files::isDirectory).sorted().toList()) {
        cases.add(readCase(each));
      }
    } catch (IOException e) {
      throw new CliException(folder + " cannot be read (" + InputFile.reason(e) + ").");
    }
    if (cases.isEmpty())
      throw new CliException(folder + " holds no cases: it needs a folder for each.");
    return cases;
  }

  private static ClockCase readCase(Path folder) throws CliException {
    Path history = folder.resolve("history.csv");
    var files = new ClockCaseFiles(InputFile.read(folder.resolve("telemetry.bin")),
        InputFile.read(folder.resolve("powerloss_log.bin")), text(folder.resolve("visit.json")),
        Files.exists(history) ? Optional.of(text(history)) : Optional.empty(), text(folder.resolve("truth.csv")));
    try {
      return files.decode(folder.getFileName().toString());
    } catch (IllegalArgumentException | IndexOutOfBoundsException | java.time.DateTimeException e) {
      throw new CliException(folder + " is no case that can be read (" + e.getMessage() + ").");
    }
  }

  private static String text(Path file) throws CliException {
    Bytes body = InputFile.read(file);
    return new String(body.toArray(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
