package org.semcollector.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.firmware.library.FirmwareException;
import org.semcollector.app.firmware.library.HeldFirmware;
import org.semcollector.app.firmware.library.ServerFirmware;
import org.semcollector.app.sync.SyncTarget;
import org.semcollector.app.sync.server.ServerException;
import org.semcollector.app.sync.server.ServerTools;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "firmware", description = "Firmware packages of the server.")
final class FirmwareCommand extends SemCommand {
  FirmwareCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws CliException {
    throw new CliException(ExitCode.USAGE, "Say list or download: sem server firmware --help.");
  }

  @Command(name = "list", description = "The packages of the server, or with --held those on this laptop.")
  static final class ListCommand extends SemCommand {
    @Mixin
    final ServerOptions options = new ServerOptions();

    @Option(names = "--profile", paramLabel = "P", description = "Only of this device profile.")
    @Nullable
    String profile;

    @Option(names = "--held", description = "What is held on this laptop; needs no network.")
    boolean held;

    ListCommand(CliContext context) {
      super(context);
    }

    @Override
    public Integer call() throws Exception {
      try (Services services = open()) {
        ServerTools tools = services.server();
        List<ServerFirmware> packages = held
            ? tools.library().held().stream().map(HeldFirmware::firmware)
                .filter(one -> profile == null || one.profile().equals(profile)).toList()
            : tools.firmware().list(options.target(services, tools.signIns(), context.console()),
                Optional.ofNullable(profile));
        show(packages, tools);
        return ExitCode.DONE;
      }
    }

    private void show(List<ServerFirmware> packages, ServerTools tools) throws FirmwareException {
      var table = new TextTable("profile", "title", "version", "bytes", "checksum", "here");
      var documents = new java.util.ArrayList<Map<String, Object>>();
      for (ServerFirmware one : packages) {
        Optional<HeldFirmware> here = tools.library().find(one);
        table.add(one.profile(), one.title(), one.version(), Long.toString(one.size()), one.algorithm(),
            here.isPresent() ? "yes" : "");
        documents.add(document(one, here));
      }
      if (common.json)
        printJson(Map.of("packages", documents));
      else
        print(table.toString());
    }
  }

  @Command(name = "download", description = "Brings packages here and verifies them; all, or those that are named.")
  static final class Download extends SemCommand {
    @Mixin
    final ServerOptions options = new ServerOptions();

    @Option(names = "--profile", paramLabel = "P", description = "Only of this device profile.")
    @Nullable
    String profile;

    @Option(names = "--version", paramLabel = "V", description = "Only this version.")
    @Nullable
    String version;

    Download(CliContext context) {
      super(context);
    }

    @Override
    public Integer call() throws Exception {
      try (Services services = open()) {
        ServerTools tools = services.server();
        SyncTarget target = options.target(services, tools.signIns(), context.console());
        List<ServerFirmware> wanted = tools.firmware().list(target, Optional.ofNullable(profile)).stream()
            .filter(one -> version == null || version.equals(one.version())).toList();
        if (wanted.isEmpty())
          throw new CliException("The server has no such package. Nothing was changed; look with "
              + "sem server firmware list.");
        return fetch(tools, target, wanted);
      }
    }

    private int fetch(ServerTools tools, SyncTarget target, List<ServerFirmware> wanted) {
      var documents = new java.util.ArrayList<Map<String, Object>>();
      int failures = 0;
      for (ServerFirmware one : wanted) {
        try {
          HeldFirmware held = tools.firmware().fetch(target, one);
          documents.add(document(one, Optional.of(held)));
          say(one.title() + " " + one.version() + " is verified and held as " + held.file() + ".");
        } catch (ServerException | FirmwareException e) {
          failures++;
          say(String.valueOf(e.getMessage()));
        }
      }
      if (common.json)
        printJson(Map.of("packages", documents));
      if (failures == 0)
        return ExitCode.DONE;
      return failures == wanted.size() ? ExitCode.FAILED : ExitCode.PARTLY;
    }
  }

  private static Map<String, Object> document(ServerFirmware one, Optional<HeldFirmware> held) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("profile", one.profile());
    document.put("title", one.title());
    document.put("version", one.version());
    document.put("bytes", one.size());
    document.put("checksumAlgorithm", one.algorithm());
    document.put("checksum", one.checksum());
    held.ifPresent(here -> document.put("file", here.file().toString()));
    return document;
  }
}
