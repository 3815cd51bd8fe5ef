package org.semcollector.app.operate;

import java.net.URI;
import org.semcollector.protocol.meter.Ssid;

/// A meter that can be reached.
///
/// @param uri where it answers
public record TargetMeter(Ssid ssid, URI uri) {}
