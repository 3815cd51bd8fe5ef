/// Simulated meters as if they were in range: the demonstration, the training mode and tests without hardware. Everything
/// beyond the radio is the real program.
@NullMarked
package org.semcollector.app.simulated;

import org.jspecify.annotations.NullMarked;
