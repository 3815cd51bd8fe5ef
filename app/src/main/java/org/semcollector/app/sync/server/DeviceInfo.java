package org.semcollector.app.sync.server;

/// A device as the server lists it.
///
/// @param label a second name, often empty
public record DeviceInfo(String id, String name, String label, DeviceProfile profile) {}
