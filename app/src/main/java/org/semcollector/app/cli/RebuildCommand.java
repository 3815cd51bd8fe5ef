package org.semcollector.app.cli;

import org.semcollector.app.rebuild.Rebuild;
import picocli.CommandLine.Command;

@Command(name = "rebuild", description = "Makes the database again from the journal.")
final class RebuildCommand extends SemCommand {
  RebuildCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = open(); ProgressLine progress = new ProgressLine(context.console(), "Rebuilding")) {
      Rebuild.Report report = services.rebuild().run(progress);
      progress.end();
      if (common.json) {
        printJson(report);
      } else {
        report.problems().forEach(this::say);
        print("The database was made again from " + report.visits() + " visits: " + report.readings()
            + " readings. What the server has is proven again by the next sem sync.");
        if (!report.oldDatabase().isEmpty())
          say("The former database is kept as " + report.oldDatabase() + ".");
      }
      return report.problems().isEmpty() ? ExitCode.DONE : ExitCode.PARTLY;
    }
  }
}
