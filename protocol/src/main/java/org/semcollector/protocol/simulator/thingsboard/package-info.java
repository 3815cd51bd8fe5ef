/// A ThingsBoard server without a server: [SimulatedThingsBoard] keeps devices, users and time series and answers
/// requests with the real server's semantics (device API 200 = only queued, REST 200 = stored), [ThingsBoardServer]
/// puts it on a loopback port, [ServerFaults] breaks what breaks on the way.
@NullMarked
package org.semcollector.protocol.simulator.thingsboard;

import org.jspecify.annotations.NullMarked;
