package org.semcollector.app.firmware.library;

import java.nio.file.Path;
import java.time.Instant;

/// A verified firmware file on this laptop.
///
/// @param file the image
/// @param fetchedAt when it came, by the laptop's clock
public record HeldFirmware(ServerFirmware firmware, Path file, Instant fetchedAt) {}
