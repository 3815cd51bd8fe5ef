/// When was each reading really taken? Segments, evidence, estimators.
@NullMarked
package org.semcollector.protocol.clock;

import org.jspecify.annotations.NullMarked;
