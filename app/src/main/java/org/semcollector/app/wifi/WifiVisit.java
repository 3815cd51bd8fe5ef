package org.semcollector.app.wifi;

import java.util.Optional;
import org.semcollector.app.meter.CollectResult;

/// A visit over the air.
///
/// @param result how it ended, in words too
/// @param failure why the meter could not be joined; empty when it was
/// @param notRestored why the former network is not back; empty when it is, or when none was left
public record WifiVisit(CollectResult result, Optional<WifiFailure> failure, Optional<WifiFailure> notRestored) {}
