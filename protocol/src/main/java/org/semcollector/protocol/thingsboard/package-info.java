/// The upload format, exactly: corrected readings to batches to ThingsBoard's telemetry JSON.
///
/// The server's key names live here and nowhere else. Pure; sending is somebody else's work.
@NullMarked
package org.semcollector.protocol.thingsboard;

import org.jspecify.annotations.NullMarked;
