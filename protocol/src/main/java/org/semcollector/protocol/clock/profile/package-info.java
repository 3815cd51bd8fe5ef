/// Places the segments of one clock run by the meter's own load: numbers in, numbers out.
///
/// [ProfileSolver] alternates between learning the meter's week from what is placed ([WeekProfile], one channel for the
/// load, one for the grid's voltage) and placing the segments under it ([Innovations] for the fit, [OutagePrior] for the
/// lengths of outages, [ForwardBackward] over [OffsetGrid]). Times are minutes since an origin the caller chooses; this
/// package knows nothing of readings, logs and visits.
@NullMarked
package org.semcollector.protocol.clock.profile;

import org.jspecify.annotations.NullMarked;
