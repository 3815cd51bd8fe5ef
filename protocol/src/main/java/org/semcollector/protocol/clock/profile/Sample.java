package org.semcollector.protocol.clock.profile;

/// About an hour of a meter. Values the meter could not tell are not finite; they are left out, never guessed.
///
/// @param minute end of the hour, minutes since the problem's origin; by the meter's clock in a segment, else true
/// @param loadKw mean power over the hour, kW, summed over the channels
/// @param voltageV voltage at the end of the hour, V
/// @param currentA current at the end of the hour, A, summed over the channels
public record Sample(double minute, double loadKw, double voltageV, double currentA) {}
