package org.semcollector.app.correct;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.semcollector.app.notes.CorrectionChoice;
import org.semcollector.app.notes.PinnedOutage;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.Stretch;
import org.semcollector.protocol.clock.Evidence;
import org.semcollector.protocol.clock.PinCheck;
import org.semcollector.protocol.clock.Pins;

/// Finds the outages of a meter's log that can have been at a given time.
///
/// @param way with the pins there are besides
/// @param from when the power went, as somebody says
/// @param to when it came back
record PinPlaces(MeterTimes meter, Way way, Instant from, Instant to) {
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  /// Which outages can be meant, by the boot after them, in the order of the log.
  List<Long> possible() throws StoreException {
    if (overlapped().isPresent() || !from.isBefore(to))
      return List.of();
    var possible = new ArrayList<Long>();
    var placing = new Placing(meter, way);
    for (int i = 0; i < meter.size(); i++) {
      if (holds(meter.stretch(i).evidence()))
        Pins.possible(placing.problem(i, meter.size() - 1), from, to).forEach(pin -> possible.add(pin.bootMillis()));
    }
    return possible;
  }

  CorrectionChoice with(long bootMillis) {
    var pins = new ArrayList<>(way.choice().pins().stream().filter(pin -> pin.bootMillis() != bootMillis).toList());
    pins.add(new PinnedOutage(bootMillis, from, to));
    return way.choice().withPins(pins);
  }

  /// Why there is none.
  ///
  /// @param meant the outage that is probably meant
  ImpossiblePinException refused(Optional<Long> meant) throws StoreException {
    if (!from.isBefore(to))
      return new ImpossiblePinException("The power would have come back before it went.");
    Optional<PinnedOutage> overlapped = overlapped();
    if (overlapped.isPresent())
      return new ImpossiblePinException("The power was already off from " + local(overlapped.get().from()) + " to "
          + local(overlapped.get().to()) + ", as somebody said before: take that back first.");
    for (int i = 0; i < meter.size(); i++) {
      Stretch stretch = meter.stretch(i).evidence();
      if (holds(stretch) && !stretch.boots().isEmpty())
        return refused(i, meant.filter(stretch.boots()::contains).orElse(stretch.boots().getFirst()));
    }
    return new ImpossiblePinException(noStretch());
  }

  private ImpossiblePinException refused(int index, long bootMillis) throws StoreException {
    var placing = new Placing(meter, way);
    PinCheck check = Pins.check(placing.problem(index, meter.size() - 1), new Evidence.Pin(bootMillis, from, to));
    return new ImpossiblePinException(switch (check) {
      case PinCheck.Refused(_, String sentence) -> sentence;
      case PinCheck.Possible _ -> "No outage of the meter's log can have been then.";
    });
  }

  private String noStretch() {
    for (int i = 0; i < meter.size(); i++) {
      Instant read = meter.stretch(i).evidence().collectedAt();
      if (from.isBefore(read) && to.isAfter(read))
        return "The meter had power at " + local(read) + ": it was read then.";
    }
    return "The meter logged no outage in that time.";
  }

  /// Whether all of it lies between the visits of a stretch.
  private boolean holds(Stretch stretch) {
    return !to.isAfter(stretch.collectedAt())
        && stretch.clockSetAt().map(set -> !from.isBefore(set)).orElse(true);
  }

  private Optional<PinnedOutage> overlapped() {
    return way.pins().stream().filter(pin -> pin.from().isBefore(to) && from.isBefore(pin.to())).findFirst();
  }

  private String local(Instant at) {
    ZoneId zone = way.zone();
    return at.atZone(zone).format(LOCAL);
  }
}
