package org.semcollector.app.settings.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.settings.BackupSettings;
import org.semcollector.app.settings.CampaignSettings;
import org.semcollector.app.settings.MeterSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What holds for all meters, the campaign and the last copy of the data as JSON. Whatever is missing or wrong takes its
/// default.
final class OperationJson {
  private OperationJson() {}

  static void write(ObjectNode json, MeterSettings meters, CampaignSettings campaign, BackupSettings backup) {
    ObjectNode all = json.putObject("meters");
    meters.address().ifPresent(address -> all.put("address", address.toString()));
    all.put("nominalVoltageV", meters.nominalVoltageV());
    campaign.firmware().ifPresent(firmware -> {
      ObjectNode row = json.putObject("campaign").put("firmware", firmware);
      campaign.meters().forEach(row.putArray("meters")::add);
    });
    backup.at().ifPresent(at -> {
      ObjectNode row = json.putObject("backup").put("at", at.toString());
      backup.folder().ifPresent(folder -> row.put("folder", folder));
    });
  }

  static MeterSettings meters(JsonNode json) {
    double volts = json.path("nominalVoltageV").asDouble(MeterSettings.STANDARD.nominalVoltageV());
    return new MeterSettings(text(json, "address").flatMap(MeterSettings::address),
        MeterSettings.isVoltage(volts) ? volts : MeterSettings.STANDARD.nominalVoltageV());
  }

  static CampaignSettings campaign(JsonNode json) {
    Optional<String> firmware = text(json, "firmware");
    if (firmware.isEmpty())
      return CampaignSettings.NONE;
    List<String> meters = new ArrayList<>();
    json.path("meters").forEach(meter -> meter.stringValueOpt().ifPresent(meters::add));
    return new CampaignSettings(firmware, meters);
  }

  static BackupSettings backup(JsonNode json) {
    try {
      Optional<Instant> at = text(json, "at").map(Instant::parse);
      return at.isEmpty() ? BackupSettings.NONE : new BackupSettings(text(json, "folder"), at);
    } catch (DateTimeException e) {
      return BackupSettings.NONE;
    }
  }

  private static Optional<String> text(JsonNode json, String field) {
    return json.path(field).stringValueOpt().filter(text -> !text.isBlank());
  }
}
