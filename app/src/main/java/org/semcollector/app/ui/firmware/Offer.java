package org.semcollector.app.ui.firmware;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.semcollector.app.firmware.FirmwarePackage;
import org.semcollector.app.firmware.library.HeldFirmware;
import org.semcollector.app.firmware.library.ServerFirmware;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.firmware.ImageInspector;
import org.semcollector.protocol.firmware.ImageReport;
import org.semcollector.protocol.firmware.ReleaseVersion;

/// Firmware that could be sent.
///
/// @param id by which a campaign finds it again
/// @param title as the server calls it, or the file's name
/// @param versionText as it was given; empty text when nobody said
/// @param profile name of the device profile it is made for
/// @param profileId that profile's id
/// @param checksum what the server said and the file kept, such as "SHA256 1c2d…"; empty for a file from elsewhere
/// @param report what the inspection of the file found
public record Offer(
    String id,
    String title,
    String versionText,
    Optional<ReleaseVersion> version,
    Optional<String> profile,
    Optional<UUID> profileId,
    Path file,
    Bytes image,
    Optional<String> checksum,
    ImageReport report) {
  /// A package of the library, whose checksum was verified when it was listed.
  static Offer held(HeldFirmware held, Bytes image) {
    ServerFirmware firmware = held.firmware();
    return new Offer(firmware.id(), firmware.title(), firmware.version(), ReleaseVersion.parse(firmware.version()),
        Optional.of(firmware.profile()), uuid(firmware.profileId()), held.file(), image,
        Optional.of(firmware.algorithm() + " " + firmware.checksum()), ImageInspector.inspect(image));
  }

  /// A file from elsewhere: nobody said which version it is nor whom it is for.
  static Offer file(Path file, Bytes image) {
    return new Offer(file.toString(), String.valueOf(file.getFileName()), "", Optional.empty(), Optional.empty(),
        Optional.empty(), file, image, Optional.empty(), ImageInspector.inspect(image));
  }

  Offer as(Optional<ReleaseVersion> said, Optional<UUID> madeFor) {
    return new Offer(id, title, said.map(ReleaseVersion::toString).orElse(""), said, profile, madeFor, file, image,
        checksum, report);
  }

  /// What can be sent; empty while its version is not known.
  Optional<FirmwarePackage> offered() {
    return version.map(known -> new FirmwarePackage(image, known, profileId));
  }

  boolean isSound() {
    return report instanceof ImageReport.Sound;
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
