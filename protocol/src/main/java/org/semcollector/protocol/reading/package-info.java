/// The meter's stored record: 30 bytes to [Reading] and back.
@NullMarked
package org.semcollector.protocol.reading;

import org.jspecify.annotations.NullMarked;
