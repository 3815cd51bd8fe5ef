package org.semcollector.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.notes.MeterNote;
import org.semcollector.app.notes.MeterNotes;
import org.semcollector.app.store.MeterStore;
import org.semcollector.protocol.meter.Ssid;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "meter", description = "One meter: what is noted about it, its clock, token, firmware and memory.")
final class MeterCommand extends SemCommand {
  MeterCommand(CliContext context) {
    super(context);
  }

  static CommandLine commandLine(CliContext context) {
    var line = new CommandLine(new MeterCommand(context)).addSubcommand(new Set(context))
        .addSubcommand(new DriftCommand(context));
    MeterStepCommands.all(context).forEach(line::addSubcommand);
    return line;
  }

  @Override
  public Integer call() throws CliException {
    throw new CliException(ExitCode.USAGE, "sem meter needs a command: set, time, drift, token, version or reset.");
  }

  @Command(name = "set", description = "Notes a name, site, zone, energy factor or names of channels, and shows the note.")
  static final class Set extends SemCommand {
    private static final String NONE = "none";

    @Option(names = "--meter", required = true, paramLabel = "SSID", description = "the meter, known or not")
    String meter = "";
    @Option(names = "--name", paramLabel = "TEXT", description = "what people call it; empty takes the name away")
    @Nullable
    String name;
    @Option(names = "--site", paramLabel = "TEXT", description = "the place it belongs to; empty takes it away")
    @Nullable
    String site;
    @Option(names = "--zone", paramLabel = "ZONE", description = "the zone its days are counted in")
    @Nullable
    String zone;
    @Option(names = "--energy-factor", paramLabel = "X", description = "what its kWh are multiplied with to be true; none = "
        + "taken as they are")
    @Nullable
    String energyFactor;
    @Option(names = "--nominal-voltage", paramLabel = "V", description = "nominal voltage of the grid it hangs on, 50 to 500; "
        + "none = that of the settings")
    @Nullable
    String nominalVoltage;

    @Option(names = "--channel", paramLabel = "N=TEXT", description = "name of a channel, 1 to 3; empty takes it away")
    Map<Integer, String> channels = new TreeMap<>();

    Set(CliContext context) {
      super(context);
    }

    @Override
    public Integer call() throws Exception {
      Ssid ssid = ssid(meter);
      UnaryOperator<MeterNote> change = change();
      try (Services services = open()) {
        MeterStore meters = services.meters();
        if (name != null)
          meters.rename(ssid, name.isBlank() ? ssid.value() : name.strip());
        if (zone != null)
          meters.setZone(ssid, TimeOption.zone(zone));
        show(services.notes().change(ssid, change));
        return ExitCode.DONE;
      }
    }

    /// Everything is checked before anything is changed.
    private UnaryOperator<MeterNote> change() throws CliException {
      if (zone != null)
        TimeOption.zone(zone);
      OptionalDouble factor = number(energyFactor, "a factor; write 1.0556, or none.");
      OptionalDouble voltage = number(nominalVoltage, "a voltage; write 120, or none.");
      UnaryOperator<MeterNote> change = note -> {
        var names = new TreeMap<>(note.channelNames());
        names.putAll(channels);
        names.values().removeIf(String::isBlank);
        MeterNote changed = note.withChannelNames(names);
        if (name != null)
          changed = changed.withName(name);
        if (site != null)
          changed = changed.withSite(site);
        if (nominalVoltage != null)
          changed = changed.withNominalVoltage(voltage);
        return energyFactor == null ? changed : changed.withEnergyFactor(factor);
      };
      try {
        var _ = change.apply(MeterNote.empty(ssid(meter)));
        return change;
      } catch (IllegalArgumentException e) {
        throw new CliException(ExitCode.USAGE, "That cannot be noted: " + e.getMessage() + ".");
      }
    }

    private static OptionalDouble number(@Nullable String text, String form) throws CliException {
      if (text == null || text.equalsIgnoreCase(NONE))
        return OptionalDouble.empty();
      try {
        return OptionalDouble.of(Double.parseDouble(text));
      } catch (NumberFormatException e) {
        throw new CliException(ExitCode.USAGE, "«" + text + "» is not " + form);
      }
    }

    private void show(MeterNote note) {
      var row = new LinkedHashMap<String, Object>();
      row.put("ssid", note.ssid().value());
      note.name().ifPresent(value -> row.put("name", value));
      note.site().ifPresent(value -> row.put("site", value));
      note.zone().ifPresent(value -> row.put("zone", value.getId()));
      note.energyFactor().ifPresent(value -> row.put("energyFactor", value));
      note.nominalVoltageV().ifPresent(value -> row.put("nominalVoltageV", value));
      if (!note.channelNames().isEmpty())
        row.put("channelNames", note.channelNames());
      if (common.json)
        printJson(row);
      else
        row.forEach((field, value) -> print(field + ": " + value));
    }
  }
}
