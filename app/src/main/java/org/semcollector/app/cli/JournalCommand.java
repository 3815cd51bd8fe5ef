package org.semcollector.app.cli;

import java.util.LinkedHashMap;
import org.semcollector.app.journal.JournalReport;
import picocli.CommandLine.Command;

@Command(name = "journal", description = "The evidence of all visits.", subcommands = {})
final class JournalCommand extends SemCommand {
  JournalCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws CliException {
    throw new CliException(ExitCode.USAGE, "sem journal needs a command: verify.");
  }

  @Command(name = "verify", description = "Checks every byte of the journal against its hash.")
  static final class Verify extends SemCommand {
    Verify(CliContext context) {
      super(context);
    }

    @Override
    public Integer call() throws Exception {
      try (Services services = open(); ProgressLine progress = new ProgressLine(context.console(), "Checking")) {
        JournalReport report = services.journal().verify(progress);
        progress.end();
        if (common.json) {
          var document = new LinkedHashMap<String, Object>();
          document.put("visits", report.visits());
          document.put("bodies", report.bodies());
          document.put("bytes", report.bytes());
          document.put("damages", report.damages());
          printJson(document);
        } else {
          report.damages().forEach(this::print);
          print(report.visits() + " visits with " + report.bodies() + " bodies (" + report.bytes() + " bytes) checked: "
              + (report.damages().isEmpty() ? "every hash holds." : report.damages().size() + " damaged places."));
        }
        return report.damages().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
      }
    }
  }
}
