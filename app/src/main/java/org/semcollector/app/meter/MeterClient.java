package org.semcollector.app.meter;

import java.time.Duration;
import org.semcollector.app.task.Progress;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Endpoint;

/// Requests to one meter during one visit, one at a time, never retried by itself: `GET /reset` erases.
public interface MeterClient extends AutoCloseable {
  /// How long a meter may send nothing before a request is given up: it waits 5 s itself, and a save holds it up for less.
  Duration SILENCE_LIMIT = Duration.ofSeconds(10);

  /// Sends a GET and receives the whole body.
  ///
  /// @param progress told the bytes received so far; may cancel
  MeterReply get(Endpoint endpoint, Progress progress) throws MeterException;

  /// Sends a POST with a fixed Content-Length; the meter reads chunked bodies as empty.
  MeterReply post(Endpoint endpoint, Bytes body) throws MeterException;

  /// Sends a firmware image, once. A meter that takes it is silent while it erases its update slot, then restarts without
  /// an answer: [MeterException.Kind#CUT_OFF] with nothing received.
  ///
  /// @param number the version it is sent as
  /// @param progress told the bytes sent; cancelling while they are sent leaves the old firmware running
  MeterReply sendFirmware(Bytes image, int number, Progress progress) throws MeterException;

  @Override
  void close();

  /// Opens clients; each with connections of its own.
  interface Factory {
    MeterClient open(java.net.URI baseUri);

    /// The same over the network in which this computer has an address: where two networks have the meters' addresses the
    /// system chooses the way by it, as Windows and macOS do.
    ///
    /// @param localAddress the own address; empty = the system chooses
    default MeterClient open(java.net.URI baseUri, java.util.Optional<java.net.InetAddress> localAddress) {
      return open(baseUri);
    }
  }
}
