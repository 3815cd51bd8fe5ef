package org.semcollector.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.correct.Move;
import org.semcollector.app.correct.Preview;
import org.semcollector.app.correct.TimeCorrections;
import org.semcollector.app.notes.CorrectionChoice;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.clock.ClockEstimator;
import org.semcollector.protocol.clock.ClockEstimators;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "recorrect", description = "Places stored readings in time again. Shows what would change; nothing changes without --apply or --undo.")
final class RecorrectCommand extends SemCommand {
  private static final String STANDARD = "standard";

  @Option(names = "--meter", paramLabel = "SSID", description = "this meter; may be said again (default: all)")
  List<String> meters = new ArrayList<>();
  @Option(names = "--method", paramLabel = "M", description = "an estimator (see sem correct --help), or standard (default: the one chosen for the meter)")
  @Nullable
  String method;
  @Option(names = "--apply", description = "changes the times; former ones are kept")
  boolean apply;
  @Option(names = "--undo", description = "takes the last choice of estimator or pins back")
  boolean undo;

  RecorrectCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    requireSense();
    try (Services services = open()) {
      List<MeterRow> chosen = MeterOption.chosen(meters, meters.isEmpty(), services.meters());
      TimeCorrections corrections = services.corrections();
      var documents = new ArrayList<Map<String, Object>>();
      int failed = 0;
      for (MeterRow meter : chosen) {
        try {
          documents.add(recorrect(corrections, meter));
        } catch (StoreException e) {
          say(meter.name() + ": " + e.getMessage());
          failed++;
        }
      }
      if (common.json)
        printJson(Map.of("meters", documents));
      return failed == 0 ? ExitCode.DONE : failed == chosen.size() ? ExitCode.FAILED : ExitCode.PARTLY;
    }
  }

  private void requireSense() throws CliException {
    if (undo && (apply || method != null))
      throw new CliException(ExitCode.USAGE, "Say either --undo, or --apply with or without --method.");
    if (method != null && !method.equals(STANDARD) && ClockEstimators.byName(method).isEmpty())
      throw new CliException(ExitCode.USAGE, "There is no method «" + method + "»; there are " + STANDARD + ", "
          + ClockEstimators.all().stream().map(ClockEstimator::name).collect(Collectors.joining(", ")) + ".");
  }

  private Map<String, Object> recorrect(TimeCorrections corrections, MeterRow meter) throws StoreException {
    boolean possible = !undo || corrections.canUndo(meter.ssid());
    CorrectionChoice choice = wanted(corrections, meter);
    Preview preview = corrections.preview(meter.ssid(), choice);
    boolean change = possible && (apply || undo);
    if (undo && possible)
      corrections.undo(meter.ssid());
    else if (apply)
      corrections.apply(meter.ssid(), choice);
    if (!common.json)
      show(meter, choice, preview, possible, change);
    return document(meter, choice, preview, change);
  }

  private CorrectionChoice wanted(TimeCorrections corrections, MeterRow meter) throws StoreException {
    if (undo)
      return corrections.former(meter.ssid());
    CorrectionChoice now = corrections.choice(meter.ssid());
    return method == null
        ? now
        : now.withEstimator(method.equals(STANDARD) ? Optional.empty() : Optional.of(method));
  }

  private void show(MeterRow meter, CorrectionChoice choice, Preview preview, boolean possible, boolean changed) {
    if (!possible) {
      print(meter.name() + ": there is nothing to take back.");
      return;
    }
    print(meter.name() + " (" + choice.estimator().orElse(STANDARD) + (choice.pins().isEmpty()
        ? ""
        : ", " + choice.pins().size() + " pinned") + "): " + PreviewText.of(preview)
        + (changed ? " Changed." : ""));
    var table = new TextTable("  READINGS", "FROM", "TO", "MOVE BY");
    for (Move move : preview.largest())
      table.add("  " + move.readings(), LocalTimes.minute(move.from(), meter.zone()),
          LocalTimes.minute(move.to(), meter.zone()),
          (move.by().isNegative() ? "-" : "+") + LocalTimes.length(move.by()));
    if (!preview.largest().isEmpty())
      print(table.toString());
  }

  private static Map<String, Object> document(MeterRow meter, CorrectionChoice choice, Preview preview,
      boolean changed) {
    var row = new LinkedHashMap<String, Object>();
    row.put("ssid", meter.ssid().value());
    row.put("method", choice.estimator().orElse(STANDARD));
    row.put("pins", choice.pins().size());
    row.put("readings", preview.readings());
    row.put("moved", preview.moved());
    row.put("medianMoveSeconds", preview.median().toSeconds());
    row.put("days", preview.days());
    row.put("resent", preview.resent());
    row.put("doubtBeforeSeconds", preview.doubtBefore().toSeconds());
    row.put("doubtAfterSeconds", preview.doubtAfter().toSeconds());
    row.put("largest", preview.largest().stream().map(RecorrectCommand::document).toList());
    row.put("changed", changed);
    return row;
  }

  private static Map<String, Object> document(Move move) {
    var row = new LinkedHashMap<String, Object>();
    row.put("readings", move.readings());
    row.put("from", move.from().toString());
    row.put("to", move.to().toString());
    row.put("bySeconds", move.by().toSeconds());
    return row;
  }
}
