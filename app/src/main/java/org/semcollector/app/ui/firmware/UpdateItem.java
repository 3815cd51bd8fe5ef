package org.semcollector.app.ui.firmware;

import java.util.List;
import java.util.OptionalInt;
import org.semcollector.app.firmware.Objection;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.ui.meters.MeterItem;
import org.semcollector.protocol.meter.Ssid;

/// A meter beside the chosen firmware.
///
/// @param objections what speaks against sending it to this meter, by what is known of the meter now
/// @param chosen whether it is to be updated
/// @param percent of the image that was sent, while it is sent
/// @param sentence what happened last, or empty
record UpdateItem(
    MeterItem meter, UpdateState state, List<Objection> objections, boolean chosen, int percent, String sentence) {
  UpdateItem {
    objections = List.copyOf(objections);
  }

  Ssid ssid() {
    return meter.ssid();
  }

  OptionalInt installed() {
    return meter.known().map(MeterRow::firmwareVersion).orElse(OptionalInt.empty());
  }

  boolean inRange() {
    return meter.air().isPresent();
  }

  UpdateItem in(UpdateState changed, String said) {
    return new UpdateItem(meter, changed, objections, chosen, 0, said);
  }

  UpdateItem at(int sent) {
    return new UpdateItem(meter, state, objections, chosen, sent, sentence);
  }

  UpdateItem choosing(boolean wanted) {
    return new UpdateItem(meter, state, objections, wanted, percent, sentence);
  }

  UpdateItem seen(MeterItem now) {
    return new UpdateItem(now, state, objections, chosen, percent, sentence);
  }

  UpdateItem judged(List<Objection> now) {
    return new UpdateItem(meter, state, now, chosen, percent, sentence);
  }
}
