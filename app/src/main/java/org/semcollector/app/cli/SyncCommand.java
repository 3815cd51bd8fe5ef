package org.semcollector.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.semcollector.app.sync.SyncListener;
import org.semcollector.app.sync.SyncOptions;
import org.semcollector.app.sync.SyncPreview;
import org.semcollector.app.sync.SyncReport;
import org.semcollector.app.sync.SyncTarget;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "sync", description = "Uploads everything the server is not yet proven to have, and proves it.")
final class SyncCommand extends SemCommand {
  @Mixin
  final ServerOptions options = new ServerOptions();

  @Option(names = "--verify", description = "Reads every proven reading back, instead of counting a part of them.")
  boolean verify;

  @Option(names = "--retry-refused", description = "Sends readings that the server refused once more.")
  boolean retryRefused;

  @Option(names = "--dry-run", description = "Shows what a sync would do, and asks no server.")
  boolean dryRun;

  SyncCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    return dryRun ? preview() : sync();
  }

  private int preview() throws Exception {
    try (Services services = open()) {
      List<SyncPreview> meters = services.sync().preview();
      if (common.json) {
        printJson(meters);
      } else {
        meters.stream().flatMap(SyncCommand::lines).forEach(this::print);
      }
      return ExitCode.DONE;
    }
  }

  private static Stream<String> lines(SyncPreview meter) {
    var lines = new ArrayList<String>();
    lines.add(meter.name() + ": " + meter.onLaptop() + " readings to send, " + meter.accepted() + " to look for, "
        + meter.proven() + " proven.");
    if (meter.moved() > 0) {
      lines.add("  " + meter.moved() + " stamps on the server are former times of readings; they are deleted there"
          + " before the readings are sent with their new times.");
    }
    if (meter.firmware() > 0) {
      lines.add("  " + meter.firmware() + " firmware states are not proven yet.");
    }
    meter.reasons().forEach((reason, readings) -> lines.add("  " + readings + " set aside: " + reason));
    return lines.stream();
  }

  private int sync() throws Exception {
    try (Services services = open(); ProgressLine progress = new ProgressLine(context.console(), "Uploading")) {
      SyncTarget target = options.target(services, services.server().signIns(), context.console());
      if (!target.canProve()) {
        say("Without an API key or a user the server can only accept readings; nothing can be proven.");
      }
      SyncReport report = services.sync().sync(target, new SyncOptions(verify, retryRefused),
          SyncListener.of(progress));
      progress.end();
      report.problems().forEach(this::say);
      if (common.json) {
        printJson(report);
      } else {
        print(report.proven() + " readings proven, " + report.accepted() + " accepted, " + report.refused()
            + " refused, " + report.waiting() + " waiting on this laptop.");
        if (report.deleted() > 0) {
          print(report.deleted() + " former times of readings were deleted on the server.");
        }
        if (report.firmware() > 0) {
          print(report.firmware() + " firmware states proven.");
        }
        if (report.lost() > 0) {
          print(report.lost() + " readings were proven once and missing on the server now; they were sent again.");
        }
      }
      return exitCode(report);
    }
  }

  private static int exitCode(SyncReport report) {
    if (report.everythingProven())
      return ExitCode.DONE;
    boolean reached = report.proven() > 0 || report.accepted() > 0 || report.deleted() > 0 || report.refused() > 0;
    return reached ? ExitCode.PARTLY : ExitCode.FAILED;
  }
}
