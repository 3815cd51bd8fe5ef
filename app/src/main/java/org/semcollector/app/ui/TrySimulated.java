package org.semcollector.app.ui;

/// Opens the program on simulated meters, with a data folder of its own so that real and simulated readings never mix.
public interface TrySimulated {
  /// Blocks while the meters' histories are made; called from a worker thread.
  ///
  /// @return services with [UiServices#simulated] set; the caller closes them
  UiServices open() throws Exception;
}
