/// How good an estimator is, on visits whose truth is known. [ClockCase] is one such visit, [CaseScore] what an estimator
/// reaches on it, [ClockScore] what it reaches on many. Pure: files are read elsewhere.
@NullMarked
package org.semcollector.protocol.clock.bench;

import org.jspecify.annotations.NullMarked;
