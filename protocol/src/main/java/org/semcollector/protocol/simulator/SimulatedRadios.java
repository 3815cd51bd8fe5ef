package org.semcollector.protocol.simulator;

import java.util.List;

/// The access points of a simulated site while they are on the air; closing takes them off.
public record SimulatedRadios(List<SimulatedRadio> list) implements AutoCloseable {
  public SimulatedRadios {
    list = List.copyOf(list);
  }

  @Override
  public void close() {
    list.forEach(radio -> radio.server().close());
  }
}
