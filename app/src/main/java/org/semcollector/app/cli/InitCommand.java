package org.semcollector.app.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.setup.PreparedSetUp;
import org.semcollector.app.setup.SetUpRequest;
import org.semcollector.app.setup.SetUpResult;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "init", description = "Sets a meter up: collects and erases it, stores its token, reads it back, sets the clock.")
final class InitCommand extends SemCommand {
  @Option(names = "--ssid", paramLabel = "SSID", description = "The meter's name, SEM-24:6f:28:ab:cd:ef.")
  @Nullable
  String ssid;

  @Option(names = "--url", paramLabel = "URL", converter = MeterUrlConverter.class, description = "Where the meter already answers; Wi-Fi is not touched.")
  @Nullable
  URI url;

  @Option(names = "--token-file", paramLabel = "F", description = "File whose first line is the token (56 characters), - for standard input; else SEM_TOKEN, else the prepared list.")
  @Nullable
  Path tokenFile;

  @Option(names = "--name", paramLabel = "TEXT", description = "What people will call the meter.")
  @Nullable
  String name;

  @Option(names = "--site", paramLabel = "TEXT", description = "The place it belongs to.")
  @Nullable
  String site;

  @Option(names = "--replace", description = "A token it has, or that another meter has this one, is to be replaced.")
  boolean replace;

  @Option(names = "--clock-is-right", description = "This computer's clock was looked at and is right; the meter's is set by it whatever speaks against it.")
  boolean clockIsRight;

  InitCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    if (ssid == null)
      throw new CliException(ExitCode.USAGE, "Say which meter: --ssid SEM-….");
    Ssid meter = ssid(ssid);
    try (Services services = open()) {
      if (!clockIsRight)
        ClockQuestion.askIfDoubtful(context.console(), services);
      Optional<PreparedSetUp> prepared = services.preparedSetUps().of(meter);
      MeterToken token = token(services, prepared);
      try (MeterWay way = MeterWay.to(meter, url, services); var steps = new StepLines(context.console(), meter)) {
        var request = new SetUpRequest(meter, way.join(), token,
            Optional.ofNullable(name).or(() -> prepared.flatMap(PreparedSetUp::name)),
            Optional.ofNullable(site).or(() -> prepared.flatMap(PreparedSetUp::site)), replace, clockIsRight);
        return show(this, services.setUp().run(request, steps));
      }
    }
  }

  private MeterToken token(Services services, Optional<PreparedSetUp> prepared) throws CliException {
    return TokenOption.given(context.console(), services, tokenFile).or(() -> prepared.map(PreparedSetUp::token))
        .orElseThrow(() -> new CliException(ExitCode.USAGE,
            "There is no token: say --token-file, set SEM_TOKEN, or prepare the set-up with sem init prepare."));
  }

  /// Tells how it ended.
  static int show(SemCommand command, SetUpResult result) {
    if (command.common.json) {
      var row = new LinkedHashMap<String, Object>();
      row.put("ssid", result.ssid().value());
      row.put("state", result.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      row.put("sentence", result.sentence());
      command.printJson(row);
    } else {
      command.print(result.ssid() + ": " + result.sentence());
    }
    return switch (result.state()) {
      case DONE, ALREADY -> ExitCode.DONE;
      case PARTLY -> ExitCode.PARTLY;
      case NOT_DONE -> ExitCode.FAILED;
    };
  }
}
