package org.semcollector.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.export.ExportException;
import org.semcollector.app.firmware.library.FirmwareException;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.notes.NotesException;
import org.semcollector.app.secret.SecretException;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.sync.server.ServerException;
import org.semcollector.app.wifi.WifiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The whole command line: parses, runs one command, turns every failure into one sentence and an exit code.
public final class Cli {
  private static final Logger LOG = LoggerFactory.getLogger(Cli.class);

  private final CliContext context;

  public Cli(CliContext context) {
    this.context = context;
  }

  /// Without a command the window opens.
  @Command(name = "sem", description = "Collects SEM energy meters, shows their data, proves that it reached the server.", footer = {
      "", "Without a command the desktop program opens.",
      "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done in part."})
  static final class Root extends SemCommand {
    @Mixin
    final CommonOptions inherited;

    Root(CliContext context) {
      super(context);
      inherited = common;
    }

    @Override
    public Integer call() throws Exception {
      return context.window().open(Optional.ofNullable(common.dataDir));
    }
  }

  /// @return the exit code
  public int run(String... args) {
    return commandLine().execute(args);
  }

  CommandLine commandLine() {
    var root = new CommandLine(new Root(context));
    for (SemCommand command : commands())
      root.addSubcommand(command);
    root.addSubcommand(new CommandLine(new JournalCommand(context)).addSubcommand(new JournalCommand.Verify(context)));
    root.addSubcommand(new CommandLine(new InitCommand(context))
        .addSubcommand(new InitListCommands.Prepare(context)).addSubcommand(new InitListCommands.Show(context)));
    root.addSubcommand(new CommandLine(new StoreCommand(context)).addSubcommand(new StoreCommand.Compact(context)));
    root.addSubcommand(MeterCommand.commandLine(context));
    root.addSubcommand(ServerCommand.commandLine(context));
    root.addSubcommand(new CommandLine(new WifiCommand(context)).addSubcommand(new WifiDoctorCommand(context))
        .addSubcommand(WifiPasswordCommand.commandLine(context)));
    root.setOut(new java.io.PrintWriter(context.console().out(), true, java.nio.charset.StandardCharsets.UTF_8));
    root.setErr(new java.io.PrintWriter(context.console().err(), true, java.nio.charset.StandardCharsets.UTF_8));
    root.setExecutionExceptionHandler(this::failed);
    root.setParameterExceptionHandler(this::wrongUsage);
    root.setCaseInsensitiveEnumValuesAllowed(true);
    return root;
  }

  private List<SemCommand> commands() {
    return new ArrayList<>(List.of(new DemoCommand(context), new ScanCommand(context), new ClockCommand(context),
        new CollectCommand(context),
        new DecodeCommand(context), new CorrectCommand(context), new RecorrectCommand(context),
        new OutagesCommand(context), new MetersCommand(context),
        new VisitsCommand(context), new GapsCommand(context), new ExportCommand(context), new ChartCommand(context),
        new AnalyseCommand(context), new SyncCommand(context),
        new RebuildCommand(context), new ImageCommand(context), new FlashCommand(context), new HealthCommand(context),
        new SimulateCommand(context),
        new BenchCommand(context)));
  }

  private int wrongUsage(ParameterException e, String[] args) {
    context.console().err().println(UsageSentence.of(e));
    context.console().err().println("See " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help.");
    return ExitCode.USAGE;
  }

  private int failed(Exception e, CommandLine commandLine, ParseResult parsed) {
    switch (e) {
      case CliException known -> {
        context.console().err().println(known.getMessage());
        return known.exitCode();
      }
      case StoreException known -> context.console().err().println(known.getMessage());
      case ExportException known -> context.console().err().println(known.getMessage());
      case JournalException known -> context.console().err().println(known.getMessage());
      case NotesException known -> context.console().err().println(known.getMessage());
      case ServerException known -> context.console().err().println(known.getMessage());
      case FirmwareException known -> context.console().err().println(known.getMessage());
      case SecretException known -> context.console().err().println(known.getMessage());
      case WifiException known -> context.console().err().println(known.getMessage());
      default -> {
        LOG.error("{} failed", commandLine.getCommandName(), e);
        context.console().err().println("SEM Collector made a mistake (" + e + "). Nothing reported safe is lost; the "
            + "details stand in the log in the data folder.");
      }
    }
    return ExitCode.FAILED;
  }
}
