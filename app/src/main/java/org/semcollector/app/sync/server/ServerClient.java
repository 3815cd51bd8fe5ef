package org.semcollector.app.sync.server;

import java.util.Optional;
import org.semcollector.app.firmware.library.FirmwareException;
import org.semcollector.app.firmware.library.FirmwareLibrary;
import org.semcollector.app.firmware.library.HeldFirmware;
import org.semcollector.app.firmware.library.ServerFirmware;
import org.semcollector.app.sync.Answer;
import org.semcollector.app.sync.SyncTarget;

/// A ThingsBoard server as people use it. Every request ends in an [Answer]; none throws for what a server or a network
/// does. May be used by several threads.
public interface ServerClient extends AutoCloseable {
  /// Makes a client for one piece of work.
  interface Opener {
    ServerClient open(SyncTarget target);
  }

  /// Checks that ThingsBoard answers and signs in where the target says how.
  Answer<ServerIdentity> identify();

  /// Devices the sign-in may see, by name; pages from 0.
  Answer<Page<DeviceInfo>> devices(int page);

  /// The access token of a device; empty when it signs in by other means.
  Answer<Optional<String>> accessToken(DeviceInfo device);

  /// Makes a device. Only tenant administrators may.
  Answer<DeviceInfo> create(NewDevice device);

  /// Device profiles, by name.
  Answer<Page<DeviceProfile>> profiles(int page);

  /// Dashboards, by title. Only tenant administrators may.
  Answer<Page<DashboardInfo>> dashboards(int page);

  /// Makes a dashboard, or replaces title and content of one.
  ///
  /// @param id the one to replace; empty for a new one
  /// @param json title and configuration
  Answer<DashboardInfo> saveDashboard(Optional<String> id, String json);

  /// Firmware files the server holds for a profile; those of which it only has an address are left out.
  Answer<Page<ServerFirmware>> firmware(DeviceProfile profile, int page);

  /// Brings a firmware file into the library while it comes. Only tenant administrators may.
  ///
  /// @throws FirmwareException when the file is not what the server says, or cannot be written
  Answer<HeldFirmware> download(ServerFirmware firmware, FirmwareLibrary library) throws FirmwareException;

  @Override
  void close();
}
