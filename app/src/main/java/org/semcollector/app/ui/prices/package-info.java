/// Asks what energy costs, by hour and day of the week, and what it emits; for every screen that needs to know.
@NullMarked
package org.semcollector.app.ui.prices;

import org.jspecify.annotations.NullMarked;
