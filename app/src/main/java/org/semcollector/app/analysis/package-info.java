/// What the numbers of a meter tell: pure functions over its buckets or readings, without input or output.
///
/// Every result says on how much measured time it rests ([Basis]); a gap is never taken for zero, and hours that are
/// only partly measured are left out where they would falsify the result. Formulas, units and their sources stand in
/// `docs/analysis.md`.
@NullMarked
package org.semcollector.app.analysis;

import org.jspecify.annotations.NullMarked;
