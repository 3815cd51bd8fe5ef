package org.semcollector.app.firmware.library;

/// A firmware file as the server describes it.
///
/// @param id the server's identifier
/// @param profileId identifier of the device profile it is for
/// @param profile name of that profile
/// @param size of the file, bytes
/// @param algorithm how the checksum was made, as the server spells it ("SHA256")
/// @param checksum hexadecimal
public record ServerFirmware(
    String id, String profileId, String profile, String title, String version, long size, String algorithm,
    String checksum) {}
