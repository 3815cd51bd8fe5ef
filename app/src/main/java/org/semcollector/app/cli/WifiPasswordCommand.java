package org.semcollector.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.wifi.FleetPasswords;
import org.semcollector.protocol.meter.Ssid;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The Wi-Fi passwords of meters.
@Command(name = "password", description = "Which Wi-Fi passwords of meters are kept; never the passwords.")
final class WifiPasswordCommand extends SemCommand {
  private static final String VARIABLE = "SEM_WIFI_PASSWORD";

  WifiPasswordCommand(CliContext context) {
    super(context);
  }

  /// With everything below it.
  static CommandLine commandLine(CliContext context) {
    return new CommandLine(new WifiPasswordCommand(context)).addSubcommand(new SetPassword(context))
        .addSubcommand(new Forget(context));
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = open()) {
      FleetPasswords passwords = services.passphrases();
      boolean all = passwords.isSet(Optional.empty());
      List<Ssid> known = services.meters().meters().stream().map(MeterRow::ssid).toList();
      List<Ssid> own = passwords.withTheirOwn(known);
      if (common.json) {
        var document = new LinkedHashMap<String, Object>();
        document.put("place", passwords.place());
        document.put("allMeters", all);
        document.put("meters", own.stream().map(Ssid::value).toList());
        printJson(document);
      } else {
        var lines = new ArrayList<String>();
        lines.add(all
            ? "A password for all meters is kept in " + passwords.place() + "."
            : "No password for all meters is kept.");
        own.forEach(meter -> lines.add(meter + " has its own."));
        lines.forEach(this::print);
      }
      return ExitCode.DONE;
    }
  }

  @Command(name = "set", description = "Keeps a Wi-Fi password, in the computer's keyring or an encrypted file: that of "
      + "all meters, or of one. It comes from the file, " + VARIABLE + ", or is asked for.")
  static final class SetPassword extends SemCommand {
    @Option(names = "--meter", paramLabel = "SSID", description = "Only this meter's, SEM-24:6f:28:ab:cd:ef.")
    @Nullable
    String meter;

    @Option(names = "--password-file", paramLabel = "F", description = "File whose first line is the password; - for "
        + "standard input.")
    @Nullable
    Path file;

    SetPassword(CliContext context) {
      super(context);
    }

    @Override
    public Integer call() throws Exception {
      Optional<Ssid> whose = whose(meter);
      try (Services services = open()) {
        var source = new SecretSource(context.console(), services);
        Optional<Secret> given = source.given(file, VARIABLE);
        Secret password = given.isPresent()
            ? given.get()
            : source.asked("Wi-Fi password of " + words(whose), "Give the password in a file (--password-file), in "
                + VARIABLE + ", or run this at a terminal. Nothing was kept.");
        String place = services.passphrases().set(whose, password);
        if (common.json)
          printJson(Map.of("meter", whose.map(Ssid::value).orElse(""), "keptIn", place));
        else
          print("The Wi-Fi password of " + words(whose) + " is kept in " + place + ".");
        return ExitCode.DONE;
      }
    }
  }

  @Command(name = "forget", description = "Forgets a Wi-Fi password: that of all meters, or of one.")
  static final class Forget extends SemCommand {
    @Option(names = "--meter", paramLabel = "SSID", description = "Only this meter's, SEM-24:6f:28:ab:cd:ef.")
    @Nullable
    String meter;

    Forget(CliContext context) {
      super(context);
    }

    @Override
    public Integer call() throws Exception {
      Optional<Ssid> whose = whose(meter);
      try (Services services = open()) {
        services.passphrases().forget(whose);
        if (common.json)
          printJson(Map.of("meter", whose.map(Ssid::value).orElse(""), "forgotten", true));
        else
          print("The Wi-Fi password of " + words(whose) + " is forgotten here.");
        return ExitCode.DONE;
      }
    }
  }

  private static Optional<Ssid> whose(@Nullable String meter) throws CliException {
    return meter == null ? Optional.empty() : Optional.of(ssid(meter));
  }

  private static String words(Optional<Ssid> whose) {
    return whose.map(Ssid::value).orElse("all meters");
  }
}
