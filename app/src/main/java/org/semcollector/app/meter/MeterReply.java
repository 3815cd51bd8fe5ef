package org.semcollector.app.meter;

import org.semcollector.protocol.Bytes;

/// A whole reply of a meter.
public record MeterReply(int status, Bytes body) {
  public boolean ok() {
    return status == 200;
  }
}
