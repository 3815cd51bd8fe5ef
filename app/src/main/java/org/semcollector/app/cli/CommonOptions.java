package org.semcollector.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What every command understands.
final class CommonOptions {
  @Option(names = "--data-dir", paramLabel = "DIR", description = "Where journal, database and settings live (default: SEM_DATA_DIR, else the system's own place).")
  @Nullable
  Path dataDir;

  @Option(names = "--json", description = "One JSON document on standard output.")
  boolean json;

  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this help.")
  boolean help;
}
