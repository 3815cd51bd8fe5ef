/// The value types every other protocol package shares.
@NullMarked
package org.semcollector.protocol;

import org.jspecify.annotations.NullMarked;
