/// What is known: meters, visits, readings with raw and corrected times, and what the server still lacks. Ports and pure rules; the database is behind them.
@NullMarked
package org.semcollector.app.store;

import org.jspecify.annotations.NullMarked;
