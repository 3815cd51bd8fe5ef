/// Who a meter is and how it is addressed: name, token, version, endpoints.
@NullMarked
package org.semcollector.protocol.meter;

import org.jspecify.annotations.NullMarked;
