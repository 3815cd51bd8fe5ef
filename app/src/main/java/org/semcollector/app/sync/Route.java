package org.semcollector.app.sync;

/// How a meter's readings reach the server.
sealed interface Route {
  /// With the run's sign-in, to a device it may see; can be proven.
  record SignedIn(TelemetryServer.Device device) implements Route {}

  /// As the device itself; can only be accepted.
  record ByToken(String accessToken) implements Route {
    @Override
    public String toString() {
      return "ByToken[…]";
    }
  }

  /// Not at all in this run.
  record None(String sentence) implements Route {}
}
