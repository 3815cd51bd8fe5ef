/// The power-loss log: one entry per boot of the meter.
@NullMarked
package org.semcollector.protocol.powerloss;

import org.jspecify.annotations.NullMarked;
