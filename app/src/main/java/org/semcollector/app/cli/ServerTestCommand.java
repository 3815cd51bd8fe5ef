package org.semcollector.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.semcollector.app.sync.SyncTarget;
import org.semcollector.app.sync.server.ServerTools;
import org.semcollector.app.sync.server.TestStep;
import org.semcollector.app.task.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "test", description = "Tries the server step by step and says at each what was found.")
final class ServerTestCommand extends SemCommand {
  @Mixin
  final ServerOptions options = new ServerOptions();

  ServerTestCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = open()) {
      ServerTools tools = services.server();
      SyncTarget target = options.target(services, tools.signIns(), context.console());
      List<TestStep> steps = tools.test().run(target, Progress.NONE, step -> {
        if (!common.json)
          print(mark(step) + " " + step.sentence());
      });
      if (common.json)
        printJson(Map.of("steps", steps.stream().map(ServerTestCommand::document).toList()));
      return exitCode(steps);
    }
  }

  /// Without a sign-in, without devices or with a wrong clock a sync still does a part.
  private static int exitCode(List<TestStep> steps) {
    boolean stopped = steps.stream().anyMatch(step -> step.outcome() == TestStep.Outcome.FAILED
        && step.kind().compareTo(TestStep.Kind.DEVICES) <= 0);
    if (stopped)
      return ExitCode.FAILED;
    boolean all = steps.stream().allMatch(step -> step.outcome() == TestStep.Outcome.PASSED);
    return all ? ExitCode.DONE : ExitCode.PARTLY;
  }

  private static String mark(TestStep step) {
    return switch (step.outcome()) {
      case PASSED -> "ok     ";
      case FAILED -> "FAILED ";
      case SKIPPED -> "-      ";
    };
  }

  private static Map<String, Object> document(TestStep step) {
    return Map.of("step", word(step.kind()), "outcome", word(step.outcome()), "sentence", step.sentence());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
