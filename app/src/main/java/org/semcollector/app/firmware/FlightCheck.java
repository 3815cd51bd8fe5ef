package org.semcollector.app.firmware;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.semcollector.protocol.firmware.ImageInspector;
import org.semcollector.protocol.firmware.ImageReport;
import org.semcollector.protocol.firmware.VersionStep;
import org.semcollector.protocol.meter.FirmwareVersion;

/// What must be true before firmware leaves the laptop: a meter that runs a wrong one must be opened to mend it.
public final class FlightCheck {
  private final FirmwareSentences sentences;

  public FlightCheck(FirmwareSentences sentences) {
    this.sentences = sentences;
  }

  /// Everything that speaks against sending; nothing does when the list is empty.
  ///
  /// @param installed what the meter runs
  /// @param meterProfile the device profile in the meter's token
  public List<Objection> check(FirmwarePackage offered, FirmwareVersion installed, Optional<UUID> meterProfile) {
    var objections = new ArrayList<Objection>();
    if (ImageInspector.inspect(offered.image()) instanceof ImageReport.Unsound unsound)
      objections.add(objection(Objection.Kind.IMAGE, "image", unsound.words()));
    version(offered, installed).ifPresent(objections::add);
    if (offered.deviceProfileId().isPresent() && !offered.deviceProfileId().equals(meterProfile)) {
      objections.add(meterProfile.isPresent()
          ? objection(Objection.Kind.PROFILE, "profile.other")
          : objection(Objection.Kind.PROFILE, "profile.unknown"));
    }
    return objections;
  }

  private Optional<Objection> version(FirmwarePackage offered, FirmwareVersion installed) {
    String now = Integer.toString(installed.number());
    String wanted = offered.version().toString();
    return switch (VersionStep.of(installed, offered.version())) {
      case VersionStep.Later _ -> Optional.empty();
      case VersionStep.Same _ -> Optional.of(objection(Objection.Kind.SAME, "version.same", wanted, now));
      case VersionStep.NumberTooSmall(int number) ->
        Optional.of(objection(Objection.Kind.NUMBER, "version.number", wanted, Integer.toString(number), now));
      case VersionStep.NoNumber() -> Optional.of(objection(Objection.Kind.NUMBER, "version.none", wanted));
      case VersionStep.Earlier(_, var runs) ->
        Optional.of(objection(Objection.Kind.EARLIER, "version.earlier", wanted, runs.toString(), now));
      case VersionStep.Unclear(_, var readings) ->
        Optional.of(objection(Objection.Kind.UNCLEAR, "version.unclear", wanted, now, readings.toString()));
    };
  }

  private Objection objection(Objection.Kind kind, String key, Object... values) {
    return new Objection(kind, sentences.text(key, values));
  }
}
