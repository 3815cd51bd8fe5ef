package org.semcollector.protocol.clock;

/// One gap in a meter's time line: a boot, or several so short that nothing was saved between them.
///
/// @param deviceMillis the meter's clock when it ran on after the last of these boots, ms since 1970
/// @param boots how many entries of the log it stands for, at least 1
public record Outage(long deviceMillis, int boots) {}
