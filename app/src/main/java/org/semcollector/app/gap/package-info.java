/// What is missing of a meter's time, why, and whether it can still be had. Pure; the evidence comes from what is kept of
/// the readings, from stretches and from visits.
@NullMarked
package org.semcollector.app.gap;

import org.jspecify.annotations.NullMarked;
