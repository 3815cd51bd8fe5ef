package org.semcollector.protocol.simulator.thingsboard;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// OTA packages: listed for everybody, downloaded by tenant administrators only.
final class FirmwareRestApi {
  private static final Pattern OF_PROFILE = Pattern.compile("/api/otaPackages/([^/]+)/FIRMWARE");
  private static final Pattern DOWNLOAD = Pattern.compile("/api/otaPackage/([^/]+)/download");

  private final SimulatedThingsBoard board;
  private final Map<UUID, SimulatedFirmwarePackage> packages = new LinkedHashMap<>();

  FirmwareRestApi(SimulatedThingsBoard board) {
    this.board = board;
  }

  static boolean isFor(String path) {
    return path.startsWith("/api/otaPackage");
  }

  void add(SimulatedFirmwarePackage firmware) {
    packages.put(firmware.id(), firmware);
  }

  ServerReply handle(ServerRequest request, SimulatedUser user) {
    if (!request.method().equals("GET"))
      return ServerReply.bare(405);
    if (request.path().equals("/api/otaPackages"))
      return user.isTenantAdmin() ? list(request, Optional.empty()) : forbidden();
    Matcher profile = OF_PROFILE.matcher(request.path());
    if (profile.matches())
      return list(request, Optional.of(profile.group(1)));
    Matcher download = DOWNLOAD.matcher(request.path());
    Optional<SimulatedFirmwarePackage> found = download.matches()
        ? RestApi.uuid(download.group(1)).map(packages::get)
        : Optional.empty();
    if (found.isEmpty())
      return ServerReply.error(404, ServerReply.NOT_FOUND, "Requested item wasn't found!", board.now());
    return user.isTenantAdmin() ? file(found.get()) : forbidden();
  }

  private ServerReply list(ServerRequest request, Optional<String> profile) {
    return Pages.reply(request, packages.values().stream()
        .filter(firmware -> profile.map(id -> firmware.profileId().toString().equals(id)).orElse(true))
        .map(SimulatedFirmwarePackage::info).sorted(Comparator.comparing(info -> info.text("title").orElse("")))
        .toList(), board.now());
  }

  private ServerReply file(SimulatedFirmwarePackage firmware) {
    return firmware.url().isEmpty()
        ? ServerReply.binary(firmware.data())
        : ServerReply.error(400, ServerReply.BAD_REQUEST, "The package has no data", board.now());
  }

  private ServerReply forbidden() {
    return ServerReply.error(403, ServerReply.NO_PERMISSION, "You don't have permission to perform this operation!",
        board.now());
  }
}
