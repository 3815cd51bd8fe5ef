/// When readings were really taken, once more: when a later visit tells, when somebody knows better, and back again.
@NullMarked
package org.semcollector.app.correct;

import org.jspecify.annotations.NullMarked;
