package org.semcollector.app.rollup;

import java.time.Duration;
import org.semcollector.protocol.meter.Ssid;

/// The energy of a meter over some days of its own zone, its channels summed.
///
/// @param energyKwh raw as the meter counted it
/// @param covered time that readings cover; zero = nothing is known
public record MeterEnergy(Ssid ssid, double energyKwh, Duration covered) {}
