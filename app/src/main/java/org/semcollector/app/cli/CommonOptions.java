package org.semcollector.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// What every command understands, before or after its name.
public final class CommonOptions {
  @Option(names = "--data-dir", paramLabel = "DIR", scope = ScopeType.INHERIT, description = "Where journal, database and settings live (default: SEM_DATA_DIR, else the system's own place).")
  @Nullable
  Path dataDir;

  @Option(names = "--json", scope = ScopeType.INHERIT, description = "One JSON document on standard output.")
  boolean json;

  @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "Shows this help.")
  boolean help;
}
