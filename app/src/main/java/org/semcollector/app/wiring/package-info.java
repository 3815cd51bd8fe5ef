/// The only place that builds services and adapters, and the only one that asks the system for time, zone, language,
/// environment and folders. What is built here is closed here, newest first.
@NullMarked
package org.semcollector.app.wiring;

import org.jspecify.annotations.NullMarked;
