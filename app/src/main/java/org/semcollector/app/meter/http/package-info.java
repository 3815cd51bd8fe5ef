/// Requests to meters with Apache HttpClient: one attempt each, no upgrades, no redirects, no cookies, fixed lengths, a
/// watchdog on every read, a connection of its own for every visit.
@NullMarked
package org.semcollector.app.meter.http;

import org.jspecify.annotations.NullMarked;
