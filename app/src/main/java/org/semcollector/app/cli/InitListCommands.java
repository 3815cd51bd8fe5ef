package org.semcollector.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.setup.PreparedSetUp;
import org.semcollector.app.setup.SetUpCsv;
import org.semcollector.app.setup.SetUpSentences;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The list of set-ups that are prepared in the office.
final class InitListCommands {
  private static final long LONGEST_FILE = 16 * 1024 * 1024;

  private InitListCommands() {}

  @Command(name = "prepare", description = "Takes a table of set-ups: ssid, token, and as wanted name and site.")
  static final class Prepare extends SemCommand {
    @Parameters(paramLabel = "FILE", description = "a CSV file")
    @Nullable
    Path file;

    Prepare(CliContext context) {
      super(context);
    }

    @Override
    public Integer call() throws Exception {
      Path chosen = file;
      if (chosen == null)
        throw new CliException(ExitCode.USAGE, "Say which file.");
      try (Services services = open()) {
        SetUpCsv csv = SetUpCsv.parse(read(chosen), new SetUpSentences(services.locale()));
        csv.problems().forEach(this::say);
        if (!csv.setUps().isEmpty())
          services.preparedSetUps().keep(csv.setUps());
        if (common.json)
          printJson(Map.of("prepared", csv.setUps().size(), "problems", csv.problems()));
        else
          print(csv.setUps().size() + " set-ups are prepared. On site: sem init --ssid SEM-…");
        return csv.problems().isEmpty() ? ExitCode.DONE : csv.setUps().isEmpty() ? ExitCode.FAILED : ExitCode.PARTLY;
      }
    }

    private static String read(Path file) throws CliException {
      try {
        if (Files.size(file) > LONGEST_FILE)
          throw new CliException(file + " is too long for a list of set-ups. Nothing was taken.");
        return Files.readString(file);
      } catch (IOException e) {
        throw new CliException(file + " cannot be read (" + InputFile.reason(e) + "). Nothing was taken.");
      }
    }
  }

  @Command(name = "list", description = "The prepared set-ups; tokens are not shown whole.")
  static final class Show extends SemCommand {
    Show(CliContext context) {
      super(context);
    }

    @Override
    public Integer call() throws Exception {
      try (Services services = open()) {
        List<PreparedSetUp> setUps = services.preparedSetUps().all();
        if (common.json) {
          printJson(Map.of("setUps", setUps.stream().map(Show::document).toList()));
        } else if (setUps.isEmpty()) {
          say("No set-up is prepared: sem init prepare FILE takes a list.");
        } else {
          var table = new TextTable("METER", "NAME", "SITE", "TOKEN", "DONE");
          for (PreparedSetUp setUp : setUps)
            table.add(setUp.ssid().value(), setUp.name().orElse("-"), setUp.site().orElse("-"),
                setUp.token().accessToken().substring(0, 3) + "…",
                setUp.doneAt().map(at -> at.atZone(services.zone()).toLocalDateTime().withNano(0).toString())
                    .orElse("-"));
          print(table.toString());
        }
        return ExitCode.DONE;
      }
    }

    private static Map<String, Object> document(PreparedSetUp setUp) {
      var row = new LinkedHashMap<String, Object>();
      row.put("ssid", setUp.ssid().value());
      setUp.name().ifPresent(name -> row.put("name", name));
      setUp.site().ifPresent(site -> row.put("site", site));
      MetersCommand.put(row, "doneAt", setUp.doneAt());
      return row;
    }
  }
}
