package org.semcollector.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.task.Progress;

/// The benchmarks.
public interface Benches {
  /// Runs one.
  ///
  /// @param name "DECODE", "COLLECT", "STORE", "CHARTS", "FRAMES" or "EXPORT"
  /// @return lines for people; each figure stands beside its peer or limit from the same run
  List<String> run(String name) throws Exception;

  /// Runs the sync against a simulated server, and a bare loader beside it.
  ///
  /// @param readings of all meters together
  /// @param rate how many readings a second the server stores
  List<String> sync(int meters, int readings, double rate, Progress progress) throws Exception;

  /// A store of 100 meters with three channels and two years of hours: how it is built, opened, read, and how much disk
  /// it takes.
  ///
  /// @param sqlite a jar of the SQLite JDBC driver; with it the same readings go into SQLite, beside it
  List<String> largeStore(Optional<Path> sqlite) throws Exception;
}
