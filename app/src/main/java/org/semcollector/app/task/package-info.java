/// Long work: progress, cooperative cancelling, and the one seam between work and whoever waits for it.
@NullMarked
package org.semcollector.app.task;

import org.jspecify.annotations.NullMarked;
