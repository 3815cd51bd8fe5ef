/// Talking to a meter and collecting it safely.
@NullMarked
package org.semcollector.app.meter;

import org.jspecify.annotations.NullMarked;
