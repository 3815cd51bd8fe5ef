package org.semcollector.app.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.powerloss.DecodedPowerLosses;
import org.semcollector.protocol.powerloss.PowerLossCodec;
import org.semcollector.protocol.powerloss.PowerLossLog;
import org.semcollector.protocol.reading.DecodedReadings;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.ReadingCodec;
import org.semcollector.protocol.reading.SavePeriod;
import org.semcollector.protocol.reading.SavePeriods;
import org.semcollector.protocol.thingsboard.PlainDecimal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "decode", description = "Shows a meter's raw bodies as CSV; malformed input is named by offset.")
final class DecodeCommand extends SemCommand {
  private static final String HEADER = "record,ct,deviceMillis,deviceTime,activePowerW,apparentPowerVa,currentA,voltageV,intervalEnergyKwh,powerFactor";

  @Parameters(paramLabel = "TELEMETRY", description = "Body of GET /telemetry.")
  Path telemetry;

  @Option(names = "--powerloss", paramLabel = "F", description = "Body of GET /powerloss_log.")
  @Nullable
  Path powerLosses;

  @Option(names = "--firmware", paramLabel = "N", description = "Firmware version, for energies of 101 and older.")
  @Nullable
  Integer firmware;

  @Option(names = "--salvage", description = "Shows what stands before the first malformed byte; exit code 3.")
  boolean salvage;

  DecodeCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws CliException {
    Bytes body = InputFile.read(telemetry);
    if (body.isEmpty())
      throw InputFile.malformed(telemetry, 0, "it is empty");
    DecodedReadings decoded = ReadingCodec.decode(body);
    PowerLossLog log = powerLosses == null ? PowerLossLog.EMPTY : decodeLog(powerLosses);
    if (decoded instanceof DecodedReadings.Malformed(List<Reading> before, int offset, String reason)) {
      CliException refusal = InputFile.malformed(telemetry, offset, reason);
      if (!salvage)
        throw refusal;
      say(refusal.getMessage() + " The " + before.size() + " readings before it follow.");
    }
    show(decoded.readings(), log);
    return decoded instanceof DecodedReadings.Complete ? ExitCode.DONE : ExitCode.PARTLY;
  }

  static PowerLossLog decodeLog(Path file) throws CliException {
    return switch (PowerLossCodec.decode(InputFile.read(file))) {
      case DecodedPowerLosses.Complete(PowerLossLog log) -> log;
      case DecodedPowerLosses.Malformed(_, int offset, String reason) ->
        throw InputFile.malformed(file, offset, reason);
    };
  }

  private void show(List<Reading> readings, PowerLossLog log) {
    List<SavePeriod> periods = SavePeriods.of(readings,
        firmware == null ? OptionalInt.empty() : OptionalInt.of(firmware));
    if (common.json) {
      printJson(document(readings, periods, log));
      return;
    }
    print(HEADER);
    for (int i = 0; i < readings.size(); i++)
      print(row(i, readings.get(i), periods.get(i)));
    for (long boot : log.entries())
      say("boot at device time " + Instant.ofEpochMilli(boot));
  }

  private static String row(int record, Reading r, SavePeriod period) {
    return String.join(",", String.valueOf(record), String.valueOf(r.channel()), String.valueOf(r.deviceMillis()),
        Instant.ofEpochMilli(r.deviceMillis()).toString(), cell(r.activePowerW()), cell(r.apparentPowerVa()),
        cell(r.currentA()), cell(r.voltageV()), energy(r, period),
        r.powerFactor().isPresent() ? PlainDecimal.of(r.powerFactor().getAsDouble()) : "");
  }

  private static String cell(float value) {
    return Float.isFinite(value) ? PlainDecimal.of(value) : "";
  }

  private static String energy(Reading reading, SavePeriod period) {
    double energyKwh = period.energyKwh(reading);
    if (!Double.isFinite(energyKwh))
      return "";
    return period == SavePeriod.HOUR ? cell(reading.intervalEnergyKwh()) : PlainDecimal.of(energyKwh);
  }

  private static Map<String, Object> document(List<Reading> readings, List<SavePeriod> periods, PowerLossLog log) {
    var rows = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < readings.size(); i++) {
      Reading r = readings.get(i);
      var row = new LinkedHashMap<String, Object>();
      row.put("record", i);
      row.put("ct", r.channel());
      row.put("deviceMillis", r.deviceMillis());
      putFinite(row, "activePowerW", r.activePowerW());
      putFinite(row, "apparentPowerVa", r.apparentPowerVa());
      putFinite(row, "currentA", r.currentA());
      putFinite(row, "voltageV", r.voltageV());
      putFinite(row, "intervalEnergyKwh", (float) periods.get(i).energyKwh(r));
      rows.add(row);
    }
    var document = new LinkedHashMap<String, Object>();
    document.put("readings", rows);
    document.put("boots", log.entries());
    return document;
  }

  private static void putFinite(Map<String, Object> row, String name, float value) {
    if (Float.isFinite(value))
      row.put(name, value);
  }
}
