/// Updating meters: what must be true before, sending once, and seeing what runs afterwards.
@NullMarked
package org.semcollector.app.firmware;

import org.jspecify.annotations.NullMarked;
