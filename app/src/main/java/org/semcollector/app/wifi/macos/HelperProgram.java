package org.semcollector.app.wifi.macos;

import java.io.IOException;
import java.util.Optional;

/// The helper of the bundle, which speaks lines of JSON.
interface HelperProgram {
  /// Whether it is there.
  boolean exists();

  /// Starts it.
  Running start() throws IOException;

  /// A running helper.
  interface Running extends AutoCloseable {
    /// Sends a line.
    ///
    /// @throws IOException when it has ended
    void say(String line) throws IOException;

    /// The next line it said, if there is one already. Lines from before its end can still be taken afterwards.
    Optional<String> heard();

    /// Whether it runs, or has said something that was not taken yet.
    boolean alive();

    /// Closes its input, after which it goes back to the former network by itself and ends.
    @Override
    void close();

    /// Ends it at once.
    void kill();
  }
}
