package org.semcollector.app.firmware;

import java.util.Optional;
import java.util.UUID;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.firmware.ReleaseVersion;

/// Firmware as it is handed out.
///
/// @param image the file
/// @param version as people write it; the image does not tell it
/// @param deviceProfileId the ThingsBoard device profile it is made for; empty when nobody said
public record FirmwarePackage(Bytes image, ReleaseVersion version, Optional<UUID> deviceProfileId) {}
