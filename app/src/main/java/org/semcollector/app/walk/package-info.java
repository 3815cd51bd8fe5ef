/// Walk mode: visiting every meter of a site while somebody walks past them. What to do next is decided by pure functions;
/// a small runner does it.
@NullMarked
package org.semcollector.app.walk;

import org.jspecify.annotations.NullMarked;
