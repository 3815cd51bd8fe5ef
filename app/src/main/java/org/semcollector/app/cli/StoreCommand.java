package org.semcollector.app.cli;

import java.util.Locale;
import java.util.Map;
import org.semcollector.app.store.Compaction;
import picocli.CommandLine.Command;

@Command(name = "store", description = "The database's file.")
final class StoreCommand extends SemCommand {
  StoreCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws CliException {
    throw new CliException(ExitCode.USAGE, "sem store needs a command: compact.");
  }

  @Command(name = "compact", description = "Makes the database's file as small as it can be.")
  static final class Compact extends SemCommand {
    Compact(CliContext context) {
      super(context);
    }

    @Override
    public Integer call() throws Exception {
      try (Services services = open()) {
        Compaction.Sizes sizes = services.compaction().compact();
        if (common.json)
          printJson(Map.of("bytesBefore", sizes.before(), "bytesAfter", sizes.after()));
        else
          print(String.format(Locale.ROOT, "The database took %,d bytes and takes %,d now.", sizes.before(),
              sizes.after()));
        return ExitCode.DONE;
      }
    }
  }
}
