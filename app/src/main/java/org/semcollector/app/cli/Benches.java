package org.semcollector.app.cli;

import java.util.List;

/// The benchmarks.
public interface Benches {
  /// Runs one.
  ///
  /// @param name "DECODE", "COLLECT", "STORE" or "SYNC"
  /// @return lines for people; each figure stands beside its peer or limit from the same run
  List<String> run(String name) throws Exception;
}
