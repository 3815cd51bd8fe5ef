package org.semcollector.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.clock.ClockEstimator;
import org.semcollector.protocol.clock.ClockEstimators;
import org.semcollector.protocol.clock.ClockProblem;
import org.semcollector.protocol.clock.CorrectedTime;
import org.semcollector.protocol.reading.DecodedReadings;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.ReadingCodec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "correct", description = "Corrects the times of a meter's raw bodies and writes them as CSV.")
final class CorrectCommand extends SemCommand {
  @Option(names = "--telemetry", required = true, paramLabel = "F", description = "Body of GET /telemetry.")
  Path telemetry;

  @Option(names = "--powerloss", required = true, paramLabel = "F", description = "Body of GET /powerloss_log.")
  Path powerLosses;

  @Option(names = "--visit", required = true, paramLabel = "visit.json", description = "JSON with collectedAtMillis, and where known clockSetAtMillis, nextSaveAtMillis, firmwareVersion and zone.")
  Path visit;

  @Option(names = "--history", paramLabel = "CSV", description = "Earlier readings timed exactly: measuredAtMillis,intervalEnergyKwh,voltageV.")
  @Nullable
  Path history;

  @Option(names = "--pin", paramLabel = "FROM..TO", description = "The power was off then; may be said again.")
  List<String> pins = new ArrayList<>();

  @Option(names = "--method", paramLabel = "M", description = "none, as-phone-app, even or profile (default: the one the program itself uses).")
  @Nullable
  String method;

  @Option(names = "--out", paramLabel = "CSV", description = "Where to write (default: standard output).")
  @Nullable
  Path out;

  CorrectCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws CliException {
    ClockEstimator estimator = method == null
        ? ClockEstimators.standard()
        : ClockEstimators.byName(method)
            .orElseThrow(() -> new CliException(ExitCode.USAGE, "There is no method «" + method + "»; there are "
                + ClockEstimators.all().stream().map(ClockEstimator::name).collect(Collectors.joining(", ")) + "."));
    VisitFile about = VisitFile.read(visit);
    ClockProblem problem = about.problem(readings(), DecodeCommand.decodeLog(powerLosses),
        history == null ? List.of() : HistoryFile.read(history));
    for (String pin : pins)
      problem = PinnedProblem.of(problem, PinOption.parse(pin, about.zone()), estimator);
    write(problem.readings(), estimator.estimate(problem));
    return ExitCode.DONE;
  }

  private List<Reading> readings() throws CliException {
    Bytes body = InputFile.read(telemetry);
    if (body.isEmpty())
      throw InputFile.malformed(telemetry, 0, "it is empty");
    return switch (ReadingCodec.decode(body)) {
      case DecodedReadings.Complete(List<Reading> readings) -> readings;
      case DecodedReadings.Malformed(_, int offset, String reason) ->
        throw InputFile.malformed(telemetry, offset, reason);
    };
  }

  private void write(List<Reading> readings, List<CorrectedTime> times) throws CliException {
    if (out == null) {
      rows(new PrintWriter(context.console().out(), false, java.nio.charset.StandardCharsets.UTF_8), readings, times);
      return;
    }
    try (OutputFile target = OutputFile.create(out)) {
      rows(target.writer(), readings, times);
      target.complete();
    }
  }

  private static void rows(PrintWriter writer, List<Reading> readings, List<CorrectedTime> times) {
    writer.print("record,ct,deviceMillis,measuredAtMillis,earliestMillis,latestMillis,why\n");
    for (int i = 0; i < readings.size(); i++) {
      CorrectedTime time = times.get(i);
      writer.print(i + "," + readings.get(i).channel() + "," + readings.get(i).deviceMillis() + ","
          + time.measuredAt().toEpochMilli() + "," + time.earliest().toEpochMilli() + ","
          + time.latest().toEpochMilli() + "," + time.why().name() + "\n");
    }
    writer.flush();
  }
}
