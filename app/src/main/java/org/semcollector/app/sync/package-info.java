/// Bringing readings to the server and proving that they arrived.
@NullMarked
package org.semcollector.app.sync;

import org.jspecify.annotations.NullMarked;
