package org.semcollector.app.sync.server;

/// A dashboard as the server lists it.
public record DashboardInfo(String id, String title) {}
