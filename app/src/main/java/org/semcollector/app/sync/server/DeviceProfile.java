package org.semcollector.app.sync.server;

/// A kind of devices on the server.
public record DeviceProfile(String id, String name) {}
