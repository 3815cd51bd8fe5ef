package org.semcollector.protocol.simulator.thingsboard;

import java.util.UUID;
import org.semcollector.protocol.Bytes;

/// An OTA package of a device profile.
///
/// @param checksumAlgorithm as the server spells it: "MD5", "SHA256", "SHA384", "SHA512", "CRC32", "MURMUR3_32",
///     "MURMUR3_128"
/// @param checksum as the server says it, right or wrong
/// @param url where the file is when the server only has its address; empty when the server has the file
/// @param data the file
public record SimulatedFirmwarePackage(
    UUID id, UUID profileId, String title, String version, String checksumAlgorithm, String checksum, String url,
    Bytes data) {
  Json.Obj info() {
    return Json.obj("id", Json.obj("entityType", "OTA_PACKAGE", "id", id.toString()), "deviceProfileId",
        Json.obj("entityType", "DEVICE_PROFILE", "id", profileId.toString()), "type", "FIRMWARE", "title", title,
        "version", version, "tag", title + " " + version, "url", url.isEmpty() ? new Json.Nil() : new Json.Text(url),
        "hasData", url.isEmpty(), "fileName", title + "-" + version + ".bin", "contentType",
        "application/octet-stream", "checksumAlgorithm", checksumAlgorithm, "checksum", checksum, "dataSize",
        (long) data.length());
  }
}
