package org.semcollector.app.wifi;

import java.util.Optional;

/// How things are after leaving a meter.
///
/// @param network the former network that is back; empty when there was none before
public record Restored(Optional<String> network) {}
