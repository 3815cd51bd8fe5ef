/// A meter without hardware: [SimulatedMeter] follows the firmware's rules under simulated time and keeps the truth,
/// [MeterServer] speaks for it over real sockets exactly as the firmware's web server does, [FaultPlan] breaks what
/// breaks in the field, [SimulatedSite] sets up several meters with months of history.
///
/// Nothing here calls a decoder: what the meter sends is made from its own state and the published encoding only.
@NullMarked
package org.semcollector.protocol.simulator;

import org.jspecify.annotations.NullMarked;
