package org.semcollector.app.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.notes.MeterNote;
import org.semcollector.app.walk.StopState;
import org.semcollector.app.walk.Walk;
import org.semcollector.app.walk.WalkPlan;
import org.semcollector.app.walk.WalkReport;
import org.semcollector.protocol.meter.Ssid;

/// Walk mode on the command line.
final class CollectWalk {
  private final CliContext context;
  private final WalkOptions options;
  private final ErasePolicy erase;

  CollectWalk(CliContext context, WalkOptions options, ErasePolicy erase) {
    this.context = context;
    this.options = options;
    this.erase = erase;
  }

  int run(Callable<Services> opening, @Nullable Integer simulated) throws Exception {
    int mishaps = options.mishaps();
    try (var stopping = new Stopping(context.console());
        Services services = opening.call();
        WifiChoice wifi = WifiChoice.walked(simulated, mishaps, services)) {
      ClockQuestion.askIfDoubtful(context.console(), services);
      WalkPlan plan = plan(services, wifi).withEvery(options.every(WalkPlan.EVERY));
      Walk walk = services.walk(wifi.adapter(), erase);
      if (options.again)
        walk.again(plan);
      var lines = new WalkLines(context.console(), stopping);
      WalkReport report = walk.run(plan, lines, stopping);
      lines.end();
      var output = new WalkOutput(report, services.meters());
      context.console().out().println(context.options().json ? Json.write(output.document()) : output.toString());
      report.problem().ifPresent(context.console().err()::println);
      return exitCode(report);
    }
  }

  private WalkPlan plan(Services services, WifiChoice wifi) throws Exception {
    String site = options.site;
    if (site == null)
      return wifi.simulated().isEmpty() ? WalkPlan.everything() : WalkPlan.route(wifi.simulated());
    Set<Ssid> here = new HashSet<>();
    Set<Ssid> elsewhere = new HashSet<>();
    for (MeterNote note : services.notes().all()) {
      Optional<String> noted = note.site();
      if (noted.isPresent())
        (noted.get().equalsIgnoreCase(site.strip()) ? here : elsewhere).add(note.ssid());
    }
    if (here.isEmpty()) {
      throw new CliException(
          "No meter is noted at «" + site + "». Nothing was visited; sem meter set --meter SSID --site "
              + "S notes where a meter is.");
    }
    return WalkPlan.route(List.copyOf(here)).without(elsewhere);
  }

  private static int exitCode(WalkReport report) {
    long done = report.count(StopState.DONE);
    boolean all = done == report.route().size() && report.problem().isEmpty();
    if (all && done > 0)
      return ExitCode.DONE;
    return done + report.count(StopState.PARTLY) > 0 ? ExitCode.PARTLY : ExitCode.FAILED;
  }
}
