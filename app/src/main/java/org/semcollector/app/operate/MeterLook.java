package org.semcollector.app.operate;

import java.util.List;
import java.util.Optional;
import org.semcollector.app.store.MeterRow;
import org.semcollector.protocol.firmware.ReleaseVersion;
import org.semcollector.protocol.meter.FirmwareVersion;
import org.semcollector.protocol.readout.TokenState;

/// What a meter says of itself, asked without changing or keeping anything.
///
/// @param version the number of its firmware
/// @param releases which versions that number can stand for, smallest first
/// @param token what it holds as its token; a secret
/// @param owner the known meter that has this token
public record MeterLook(
    FirmwareVersion version, List<ReleaseVersion> releases, TokenState token, Optional<MeterRow> owner) {
  public MeterLook {
    releases = List.copyOf(releases);
  }
}
