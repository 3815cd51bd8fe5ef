package org.semcollector.app.sync.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.firmware.library.FirmwareException;
import org.semcollector.app.firmware.library.FirmwareLibrary;
import org.semcollector.app.firmware.library.HeldFirmware;
import org.semcollector.app.firmware.library.ServerFirmware;
import org.semcollector.app.sync.Answer;
import org.semcollector.app.sync.SyncTarget;
import org.semcollector.app.sync.Trouble;

/// Brings firmware files from a server to this laptop. ThingsBoard cannot continue a download, so one that breaks off
/// begins anew, a few times.
public final class FirmwareFetch {
  private static final int TRIES = 3;

  private final ServerClient.Opener servers;
  private final FirmwareLibrary library;
  private final ServerSentences sentences;

  public FirmwareFetch(ServerClient.Opener servers, FirmwareLibrary library, ServerSentences sentences) {
    this.servers = servers;
    this.library = library;
    this.sentences = sentences;
  }

  /// The files the server holds, by profile.
  ///
  /// @param profile only of the profile with this name
  public List<ServerFirmware> list(SyncTarget target, Optional<String> profile) throws ServerException {
    try (ServerClient server = servers.open(target)) {
      List<ServerFirmware> packages = new ArrayList<>();
      for (DeviceProfile one : ServerDevices.profiles(server, sentences)) {
        if (profile.isEmpty() || profile.get().equals(one.name()))
          packages.addAll(of(server, one));
      }
      return packages;
    }
  }

  private List<ServerFirmware> of(ServerClient server, DeviceProfile profile) throws ServerException {
    List<ServerFirmware> packages = new ArrayList<>();
    Page<ServerFirmware> page;
    int number = 0;
    do {
      page = sentences.need(server.firmware(profile, number++));
      packages.addAll(page.entries());
    } while (page.more());
    return packages;
  }

  /// Brings a file here, unless it is here already.
  public HeldFirmware fetch(SyncTarget target, ServerFirmware firmware) throws ServerException, FirmwareException {
    Optional<HeldFirmware> held = library.find(firmware);
    if (held.isPresent())
      return held.get();
    try (ServerClient server = servers.open(target)) {
      for (int tries = 1; tries <= TRIES; tries++) {
        switch (server.download(firmware, library)) {
          case Answer.Ok<HeldFirmware>(HeldFirmware kept) -> {
            return kept;
          }
          case Answer.Not<HeldFirmware>(Trouble.RetryLater(_, Trouble.Cause cause, _)) when cause == Trouble.Cause.NO_REPLY -> {
            // begin anew
          }
          case Answer.Not<HeldFirmware>(Trouble trouble) -> throw new ServerException(sentences.of(trouble));
        }
      }
    }
    throw new ServerException(
        sentences.text("firmware.broken-off", firmware.title() + " " + firmware.version(), TRIES));
  }
}
