/// One visit to one meter as a list of facts: what was received, what was done. The journal keeps facts, the store is built from them.
@NullMarked
package org.semcollector.app.visit;

import org.jspecify.annotations.NullMarked;
