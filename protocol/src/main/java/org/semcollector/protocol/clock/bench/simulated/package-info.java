/// Visits with known truth that nobody measured: many kinds of loads, many kinds of outages, any number of seeds. They show
/// where an estimator breaks down that was tuned on one household.
@NullMarked
package org.semcollector.protocol.clock.bench.simulated;

import org.jspecify.annotations.NullMarked;
