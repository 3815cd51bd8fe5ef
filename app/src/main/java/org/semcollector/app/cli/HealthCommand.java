package org.semcollector.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.semcollector.app.health.Finding;
import org.semcollector.app.health.HealthLook;
import org.semcollector.app.health.HealthSentences;
import org.semcollector.app.health.HealthVerdict;
import org.semcollector.app.health.Severity;
import org.semcollector.app.store.MeterRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "health", description = "What is wrong with meters, by their newest 30 days and last visits.")
final class HealthCommand extends SemCommand {
  @Option(names = "--meter", paramLabel = "SSID", description = "Only this meter; may be given several times.")
  List<String> meters = List.of();

  HealthCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = open()) {
      var documents = new ArrayList<Map<String, Object>>();
      boolean fault = false;
      for (MeterRow meter : MeterOption.chosen(meters, meters.isEmpty(), services.meters())) {
        HealthLook look = services.health().look(meter.ssid()).orElseThrow();
        HealthVerdict verdict = look.verdict();
        var words = new HealthSentences(services.locale(), meter.zone(),
            services.notes().note(meter.ssid()).channelNames());
        fault |= verdict.worst().filter(Severity.FAULT::equals).isPresent();
        documents.add(document(meter, look, words));
        if (!common.json)
          show(meter, look, words);
      }
      if (common.json)
        printJson(Map.of("meters", documents));
      else if (documents.isEmpty())
        say("No meter is known yet: collect one with sem collect, or see sem demo.");
      return fault ? ExitCode.PARTLY : ExitCode.DONE;
    }
  }

  private void show(MeterRow meter, HealthLook look, HealthSentences words) {
    HealthVerdict verdict = look.verdict();
    print(meter.name() + " (" + meter.ssid() + "): " + words.summary(verdict));
    for (Finding finding : verdict.findings())
      print("  " + word(finding) + ": " + words.sentence(finding));
    print("  memory: " + words.memory(look.memory()));
  }

  private static Map<String, Object> document(MeterRow meter, HealthLook look, HealthSentences words) {
    HealthVerdict verdict = look.verdict();
    var row = new LinkedHashMap<String, Object>();
    row.put("ssid", meter.ssid().value());
    row.put("name", meter.name());
    row.put("readings", verdict.readings());
    row.put("summary", words.summary(verdict));
    row.put("recordsOnMeter", look.memory().records());
    row.put("recordsFit", look.memory().capacity());
    row.put("memoryFullAt", look.memory().full().toString());
    row.put("findings", verdict.findings().stream().map(finding -> finding(finding, words)).toList());
    return row;
  }

  private static Map<String, Object> finding(Finding finding, HealthSentences words) {
    var row = new LinkedHashMap<String, Object>();
    row.put("rule", finding.rule());
    row.put("severity", word(finding));
    if (finding.channel() > 0)
      row.put("channel", finding.channel());
    row.put("sentence", words.sentence(finding));
    return row;
  }

  private static String word(Finding finding) {
    return finding.severity().name().toLowerCase(Locale.ROOT);
  }
}
