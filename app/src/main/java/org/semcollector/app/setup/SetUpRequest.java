package org.semcollector.app.setup;

import java.net.URI;
import java.util.Optional;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;

/// One meter to set up.
///
/// @param uri where it answers
/// @param name what people will call it
/// @param site the place it belongs to
/// @param clockConfirmed somebody looked at this computer's clock and said that it is right
/// @param replace somebody said that a token it has, or that another meter has this one, is to be replaced
public record SetUpRequest(
    Ssid ssid, URI uri, MeterToken token, Optional<String> name, Optional<String> site, boolean replace,
    boolean clockConfirmed) {}
