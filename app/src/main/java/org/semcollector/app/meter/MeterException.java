package org.semcollector.app.meter;

import java.io.Serial;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Endpoint;

/// A request to a meter got no whole reply.
public final class MeterException extends Exception {
  @Serial
  private static final long serialVersionUID = 1;

  private final Kind kind;
  private final Endpoint endpoint;
  private final transient Bytes received;

  /// What went wrong.
  public enum Kind {
    /// No connection.
    UNREACHABLE,
    /// Connected, but not one byte of a reply in time.
    SILENT,
    /// The reply stopped arriving for longer than the idle limit.
    STALLED,
    /// The connection ended inside the reply.
    CUT_OFF,
    /// The reply is longer than any meter's memory.
    TOO_LONG,
    /// What answered does not speak like a meter's web server.
    NOT_A_METER,
    /// The user cancelled.
    CANCELLED
  }

  /// @param received the part of the body that had arrived
  public MeterException(Kind kind, Endpoint endpoint, Bytes received, Throwable cause) {
    super(kind + " at " + endpoint.path() + " after " + received.length() + " bytes", cause);
    this.kind = kind;
    this.endpoint = endpoint;
    this.received = received;
  }

  public Kind kind() {
    return kind;
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  public Bytes received() {
    return received;
  }
}
