package org.semcollector.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.correct.ImpossiblePinException;
import org.semcollector.app.correct.PlacedOutage;
import org.semcollector.app.correct.Preview;
import org.semcollector.app.correct.TimeCorrections;
import org.semcollector.app.correct.TimeLine;
import org.semcollector.app.notes.CorrectionChoice;
import org.semcollector.app.notes.PinnedOutage;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.clock.Evidence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "outages", description = "When meters had no power, and how sure that is.")
final class OutagesCommand extends SemCommand {
  @Option(names = "--meter", paramLabel = "SSID", description = "only this meter's")
  @Nullable
  String meter;
  @Option(names = "--pin", paramLabel = "FROM..TO", description = "the power was off then: fixes the outage and shares the rest out again")
  @Nullable
  String pin;
  @Option(names = "--unpin", paramLabel = "FROM..TO", description = "takes the pins back that lie in this time")
  @Nullable
  String unpin;

  OutagesCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    if ((pin != null || unpin != null) && meter == null)
      throw new CliException(ExitCode.USAGE, "Say with --meter SSID whose outage that was.");
    if (pin != null && unpin != null)
      throw new CliException(ExitCode.USAGE, "Say either --pin or --unpin.");
    try (Services services = open()) {
      List<MeterRow> meters = MeterOption.chosen(meter == null ? List.of() : List.of(meter), meter == null,
          services.meters());
      TimeCorrections corrections = services.corrections();
      if (pin != null)
        change(corrections, meters.getFirst(), pinned(corrections, meters.getFirst(), pin));
      if (unpin != null)
        change(corrections, meters.getFirst(), unpinned(corrections, meters.getFirst(), unpin));
      show(corrections, meters);
      return ExitCode.DONE;
    }
  }

  private static CorrectionChoice pinned(TimeCorrections corrections, MeterRow meter, String text)
      throws CliException, StoreException {
    PinOption told = PinOption.parse(text, meter.zone());
    try {
      return corrections.pinned(meter.ssid(), corrections.choice(meter.ssid()), told.from(), told.to());
    } catch (ImpossiblePinException e) {
      throw new CliException("That cannot be. " + e.getMessage() + " Nothing was changed.");
    }
  }

  private static CorrectionChoice unpinned(TimeCorrections corrections, MeterRow meter, String text)
      throws CliException, StoreException {
    PinOption told = PinOption.parse(text, meter.zone());
    CorrectionChoice choice = corrections.choice(meter.ssid());
    List<PinnedOutage> left = choice.pins().stream()
        .filter(each -> each.from().isBefore(told.from()) || each.to().isAfter(told.to())).toList();
    if (left.size() == choice.pins().size())
      throw new CliException("No outage of " + meter.ssid() + " is pinned in that time. Nothing was changed.");
    return choice.withPins(left);
  }

  private void change(TimeCorrections corrections, MeterRow meter, CorrectionChoice choice) throws StoreException {
    Preview preview = corrections.preview(meter.ssid(), choice);
    corrections.apply(meter.ssid(), choice);
    say(PreviewText.of(preview) + " To take it back: sem recorrect --undo --meter " + meter.ssid());
  }

  private void show(TimeCorrections corrections, List<MeterRow> meters) throws StoreException {
    var documents = new ArrayList<Map<String, Object>>();
    var restarts = new ArrayList<Map<String, Object>>();
    var sentences = new ArrayList<String>();
    var table = new TextTable("METER", "FROM", "TO", "LENGTH", "AT LEAST", "AT MOST", "HOW SURE", "KNOWN BY");
    for (MeterRow row : meters) {
      TimeLine line = corrections.timeLine(row.ssid());
      for (PlacedOutage outage : line.outages()) {
        documents.add(document(row, outage));
        table.add(row.name(), LocalTimes.minute(outage.from().at(), row.zone()),
            LocalTimes.minute(outage.to().at(), row.zone()), LocalTimes.length(outage.length()),
            LocalTimes.length(outage.shortest()), LocalTimes.length(outage.longest()), sureness(outage),
            outage.why().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      }
      for (Evidence.Restart restart : line.restarts()) {
        restarts.add(document(row, restart));
        sentences.add(row.name() + " restarted on " + LocalTimes.minute(restart.from(), row.zone())
            + " for an update from here: that is no outage.");
      }
    }
    if (common.json)
      printJson(new TreeMap<>(Map.of("outages", documents, "restarts", restarts)));
    else if (documents.isEmpty())
      say("No outage is known.");
    else
      print(table.toString());
    sentences.forEach(this::say);
  }

  private static Map<String, Object> document(MeterRow meter, Evidence.Restart restart) {
    var row = new LinkedHashMap<String, Object>();
    row.put("ssid", meter.ssid().value());
    MetersCommand.put(row, "from", Optional.of(restart.from()));
    MetersCommand.put(row, "to", Optional.of(restart.to()));
    return row;
  }

  private static String sureness(PlacedOutage outage) {
    return switch (outage.sureness()) {
      case PINNED -> "pinned";
      case MINUTES -> "to minutes";
      case HOURS -> "to hours";
      case DAYS -> "to days";
    };
  }

  private static Map<String, Object> document(MeterRow meter, PlacedOutage outage) {
    var row = new LinkedHashMap<String, Object>();
    row.put("ssid", meter.ssid().value());
    bounds(row, "from", outage.from());
    bounds(row, "to", outage.to());
    row.put("lengthSeconds", outage.length().toSeconds());
    row.put("shortestSeconds", outage.shortest().toSeconds());
    row.put("longestSeconds", outage.longest().toSeconds());
    row.put("boots", outage.boots());
    row.put("bootMillis", outage.bootMillis());
    row.put("sureness", outage.sureness().name().toLowerCase(Locale.ROOT));
    row.put("why", outage.why().name());
    row.put("journal", outage.visit());
    return row;
  }

  private static void bounds(Map<String, Object> row, String name, PlacedOutage.Bounds bounds) {
    MetersCommand.put(row, name, Optional.of(bounds.at()));
    MetersCommand.put(row, name + "Earliest", Optional.of(bounds.earliest()));
    MetersCommand.put(row, name + "Latest", Optional.of(bounds.latest()));
  }
}
