package org.semcollector.protocol.simulator;

import org.semcollector.protocol.meter.Ssid;

/// One access point of a simulated site that is on the air.
///
/// @param name what people call the meter
/// @param place where it hangs
/// @param signalDbm received signal, dBm; nearer to zero is stronger
/// @param server answers for the meter, in place of 10.0.0.1
public record SimulatedRadio(Ssid ssid, String name, String place, int signalDbm, MeterServer server) {}
