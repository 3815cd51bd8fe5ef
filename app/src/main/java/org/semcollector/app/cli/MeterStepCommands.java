package org.semcollector.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.operate.EraseRequest;
import org.semcollector.app.operate.LookResult;
import org.semcollector.app.operate.MeterLook;
import org.semcollector.app.operate.OperationResult;
import org.semcollector.app.setup.SetUpRequest;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.readout.TokenState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `sem meter time|token|version|reset`: single steps on one meter.
final class MeterStepCommands {
  private MeterStepCommands() {}

  static List<SemCommand> all(CliContext context) {
    return List.of(new Time(context), new Token(context), new Version(context), new Reset(context));
  }

  private static Map<String, Object> document(OperationResult result) {
    var row = new LinkedHashMap<String, Object>();
    row.put("ssid", result.ssid().value());
    row.put("state", result.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    result.clockLag().ifPresent(lag -> row.put("clockLagSeconds", lag.toSeconds()));
    row.put("sentence", result.sentence());
    return row;
  }

  private static int exitCode(OperationResult result) {
    return switch (result.state()) {
      case DONE -> ExitCode.DONE;
      case PARTLY -> ExitCode.PARTLY;
      case NOT_DONE -> ExitCode.FAILED;
    };
  }

  /// A command that does one thing and tells how it ended.
  abstract static class Step extends SemCommand {
    @Mixin
    OneMeter meter = new OneMeter();

    Step(CliContext context) {
      super(context);
    }

    final int show(OperationResult result) {
      if (common.json)
        printJson(document(result));
      else
        print(result.ssid() + ": " + result.sentence());
      return exitCode(result);
    }

    final MeterLook look(Services services) throws Exception {
      return switch (meter.reached(context, services, (target, _) -> services.questions().look(target.uri()))) {
        case LookResult.Seen(MeterLook look) -> look;
        case LookResult.NotSeen(String sentence) -> throw new CliException(sentence);
      };
    }
  }

  /// The meter's clock.
  @Command(name = "time", description = "Sets the meter's clock, after collecting it: a new time destroys what the old "
      + "stamps can be corrected by.")
  static final class Time extends Step {
    @Option(names = "--clock-is-right", description = "This computer's clock was looked at and is right; the meter's is set by it whatever speaks against it.")
    boolean clockIsRight;

    Time(CliContext context) {
      super(context);
    }

    @Override
    public Integer call() throws Exception {
      try (Services services = open()) {
        if (!clockIsRight)
          ClockQuestion.askIfDoubtful(context.console(), services);
        return show(meter.reached(context, services,
            (target, steps) -> services.operations().setTime(target, clockIsRight, steps)));
      }
    }
  }

  /// The meter's token.
  @Command(name = "token", description = "Tells whose token the meter holds; with --token-file stores another one, after "
      + "collecting, and reads it back.")
  static final class Token extends Step {
    @Option(names = "--token-file", paramLabel = "F", description = "File whose first line is the new token (56 characters), - for standard input.")
    @Nullable
    Path tokenFile;

    @Option(names = "--replace", description = "A token it has, or that another meter has this one, is to be replaced.")
    boolean replace;

    @Option(names = "--clock-is-right", description = "This computer's clock was looked at and is right; the meter's is set by it whatever speaks against it.")
    boolean clockIsRight;

    Token(CliContext context) {
      super(context);
    }

    @Override
    public Integer call() throws Exception {
      try (Services services = open()) {
        if (tokenFile == null)
          return tell(look(services));
        if (!clockIsRight)
          ClockQuestion.askIfDoubtful(context.console(), services);
        MeterToken token = TokenOption.read(context.console(), services, tokenFile);
        return InitCommand.show(this, meter.reached(context, services, (target, steps) -> services.operations()
            .storeToken(
                new SetUpRequest(target.ssid(), target.uri(), token, Optional.empty(), Optional.empty(), replace,
                    clockIsRight),
                steps)));
      }
    }

    /// Never the token itself: it is a secret.
    private int tell(MeterLook look) {
      var row = new LinkedHashMap<String, Object>();
      switch (look.token()) {
        case TokenState.Present(MeterToken token) -> {
          row.put("token", "held");
          row.put("begins", token.accessToken().substring(0, 3));
          row.put("profile", token.deviceProfileId().toString());
        }
        case TokenState.Unset() -> row.put("token", "none");
        case TokenState.Unreadable(String reason) -> {
          row.put("token", "unreadable");
          row.put("reason", reason);
        }
      }
      look.owner().ifPresent(owner -> row.put("knownAs", owner.ssid().value()));
      look.owner().ifPresent(owner -> row.put("name", owner.name()));
      if (common.json)
        printJson(row);
      else
        row.forEach((field, value) -> print(field + ": " + value));
      return ExitCode.DONE;
    }
  }

  /// What the meter runs.
  @Command(name = "version", description = "Tells which firmware the meter runs. Nothing is changed.")
  static final class Version extends Step {
    Version(CliContext context) {
      super(context);
    }

    @Override
    public Integer call() throws Exception {
      try (Services services = open()) {
        MeterLook look = look(services);
        int number = look.version().number();
        List<String> releases = look.releases().stream().map(Object::toString).toList();
        if (common.json)
          printJson(Map.of("version", number, "releases", releases));
        else
          print(number + (releases.isEmpty() ? "" : " (version " + String.join(" or ", releases) + ")"));
        return ExitCode.DONE;
      }
    }
  }

  /// The meter's memory.
  @Command(name = "reset", description = "Erases the meter when a visit has proven that its readings are safe here, and "
      + "sees that it is empty.")
  static final class Reset extends Step {
    @Option(names = "--force", paramLabel = "NAME", description = "Erase it though its readings cannot be proven safe: NAME is the meter's name as it is called, or its SSID. What could not be read is lost.")
    @Nullable
    String force;

    @Option(names = "--clock-is-right", description = "This computer's clock was looked at and is right; the meter's is set by it whatever speaks against it.")
    boolean clockIsRight;

    Reset(CliContext context) {
      super(context);
    }

    @Override
    public Integer call() throws Exception {
      try (Services services = open()) {
        if (!clockIsRight)
          ClockQuestion.askIfDoubtful(context.console(), services);
        return show(meter.reached(context, services, (target, steps) -> services.operations()
            .erase(new EraseRequest(target, Optional.ofNullable(force), clockIsRight), steps)));
      }
    }
  }
}
