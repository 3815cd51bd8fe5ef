package org.semcollector.app.sync.server;

import org.semcollector.app.firmware.library.FirmwareLibrary;

/// Everything people do with a server, for commands and screens.
public record ServerTools(SignIns signIns, ConnectionTest test, ServerDevices devices, DashboardInstall dashboard,
    FirmwareFetch firmware, FirmwareLibrary library, OnlineCheck online) {}
