/// One visit's bodies, verbatim, and what they mean.
@NullMarked
package org.semcollector.protocol.readout;

import org.jspecify.annotations.NullMarked;
