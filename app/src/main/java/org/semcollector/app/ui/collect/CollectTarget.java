package org.semcollector.app.ui.collect;

import org.semcollector.app.wifi.AccessPoint;

/// A meter to be visited.
///
/// @param name what people call it
public record CollectTarget(String name, AccessPoint accessPoint) {}
