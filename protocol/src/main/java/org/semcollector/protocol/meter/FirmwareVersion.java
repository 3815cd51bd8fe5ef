package org.semcollector.protocol.meter;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.reading.SavePeriod;

/// What `GET /version` answers: a build number, ASCII decimal ("102").
public record FirmwareVersion(int number) {
  /// A build so old that it does not know the request (404).
  public static final FirmwareVersion OLDEST = new FirmwareVersion(0);

  private static final int LONGEST_BODY = 16;

  public FirmwareVersion {
    if (number < 0)
      throw new IllegalArgumentException("negative firmware version: " + number);
  }

  /// The version in a body, or empty when it is not a decimal number of up to nine digits. White space around is ignored.
  public static Optional<FirmwareVersion> decode(Bytes body) {
    if (body.length() > LONGEST_BODY)
      return Optional.empty();
    String text = new String(body.toArray(), StandardCharsets.ISO_8859_1).strip();
    return text.matches("[0-9]{1,9}") ? Optional.of(new FirmwareVersion(Integer.parseInt(text))) : Optional.empty();
  }

  /// How records of this firmware are saved and scaled.
  public SavePeriod savePeriod() {
    return number <= 101 ? SavePeriod.MINUTE : SavePeriod.HOUR;
  }
}
