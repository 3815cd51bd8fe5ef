package org.semcollector.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.doctor.DoctorFinding;
import org.semcollector.app.wifi.doctor.DoctorFinding.Outcome;
import org.semcollector.app.wifi.doctor.DoctorSentences;
import org.semcollector.protocol.meter.Ssid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "doctor", description = "What is in the way of reaching meters over Wi-Fi, and what to do about it.")
final class WifiDoctorCommand extends SemCommand {
  @Option(names = "--ssid", paramLabel = "SSID", description = "The meter that is meant.")
  @Nullable
  String ssid;

  WifiDoctorCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    Optional<Ssid> wanted = ssid == null ? Optional.empty() : Optional.of(ssid(ssid));
    try (Services services = open()) {
      var words = new DoctorSentences(services.locale());
      List<DoctorFinding> findings = services.wifiDoctor().examine(wanted, Optional.empty(), Progress.NONE);
      if (common.json)
        printJson(Map.of("summary", words.summary(findings), "checks",
            findings.stream().map(finding -> document(finding, words)).toList()));
      else
        show(findings, words);
      return findings.stream().anyMatch(finding -> finding.outcome() == Outcome.PROBLEM)
          ? ExitCode.PARTLY
          : ExitCode.DONE;
    }
  }

  private void show(List<DoctorFinding> findings, DoctorSentences words) {
    for (DoctorFinding finding : findings) {
      print(mark(finding.outcome()) + "  " + words.name(finding.check()) + ": " + words.checked(finding));
      print("        " + words.found(finding));
      words.toDo(finding).ifPresent(todo -> print("        " + todo));
    }
    say(words.summary(findings));
  }

  private static String mark(Outcome outcome) {
    return switch (outcome) {
      case WELL -> "well  ";
      case LOOK -> "look  ";
      case PROBLEM -> "WRONG ";
      case NOT_CHECKED -> "–     ";
    };
  }

  private static Map<String, Object> document(DoctorFinding finding, DoctorSentences words) {
    var row = new LinkedHashMap<String, Object>();
    row.put("check", finding.check().name().toLowerCase(Locale.ROOT));
    row.put("outcome", finding.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    row.put("cause", finding.cause());
    row.put("checked", words.checked(finding));
    row.put("found", words.found(finding));
    words.toDo(finding).ifPresent(todo -> row.put("toDo", todo));
    finding.settings().ifPresent(page -> row.put("settings", page.toString()));
    return row;
  }
}
