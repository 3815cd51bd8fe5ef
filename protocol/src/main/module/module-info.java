/// What a SEM meter says and what it means: codecs, clock reconstruction, upload format, simulator.
///
/// Pure apart from the simulator's sockets: no files, no threads, no clock reads, no logging.
module org.semcollector.protocol {
  requires static org.jspecify;
  requires jdk.httpserver;

  exports org.semcollector.protocol;
  exports org.semcollector.protocol.clock;
  exports org.semcollector.protocol.clock.bench;
  exports org.semcollector.protocol.firmware;
  exports org.semcollector.protocol.meter;
  exports org.semcollector.protocol.powerloss;
  exports org.semcollector.protocol.reading;
  exports org.semcollector.protocol.readout;
  exports org.semcollector.protocol.simulator;
  exports org.semcollector.protocol.simulator.thingsboard;
  exports org.semcollector.protocol.thingsboard;
}
