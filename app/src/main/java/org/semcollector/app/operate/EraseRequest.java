package org.semcollector.app.operate;

import java.util.Optional;

/// A meter to erase.
///
/// @param typedName what somebody typed to have it erased though its readings cannot be proven safe: its SSID or the
///     name it is known by; empty = only with proof
/// @param clockConfirmed somebody looked at this computer's clock and said that it is right
public record EraseRequest(TargetMeter meter, Optional<String> typedName, boolean clockConfirmed) {}
