package org.semcollector.app.firmware;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.semcollector.app.journal.Journal;
import org.semcollector.app.journal.JournalException;
import org.semcollector.protocol.meter.Ssid;

/// One firmware for many meters. Where it stands is told by the journal alone: a campaign that was ended anywhere, by a
/// kill too, goes on with the meters that are left.
///
/// @param number the version it is sent as
/// @param meters where each stands, in the order of the list
public record Campaign(int number, List<Entry> meters) {
  public Campaign {
    meters = List.copyOf(meters);
  }

  /// One meter of it.
  public record Entry(Ssid ssid, Standing standing) {}

  /// How far a meter is.
  public enum Standing {
    /// Nothing was sent yet.
    OPEN,
    /// The meter refused it and runs what it ran.
    REFUSED,
    /// It was sent, and nobody saw what the meter runs, or its clock was not set again.
    UNKNOWN,
    /// It was sent, and the meter ran something else afterwards.
    ROLLED_BACK,
    /// The meter said this version, and its clock was set again.
    CONFIRMED
  }

  /// Where the meters of a list stand; a meter that stands in it twice counts once.
  public static Campaign of(Journal journal, List<Ssid> list, int number) throws JournalException {
    var entries = new ArrayList<Entry>();
    for (Ssid ssid : list.stream().distinct().toList())
      entries.add(new Entry(ssid, standing(journal, ssid, number)));
    return new Campaign(number, entries);
  }

  /// The meters that are left: those that went back only when somebody insists.
  ///
  /// @param again whether those that went back, or of which nobody knows, may be sent it once more
  public List<Ssid> left(boolean again) {
    return meters.stream()
        .filter(entry -> switch (entry.standing()) {
          case OPEN, REFUSED, UNKNOWN -> true; // an unknown one is asked first; nothing is sent a second time by itself
          case ROLLED_BACK -> again;
          case CONFIRMED -> false;
        })
        .map(Entry::ssid).toList();
  }

  /// How many meters stand where.
  public Map<Standing, Long> counts() {
    var counts = new EnumMap<Standing, Long>(Standing.class);
    for (Standing standing : Standing.values())
      counts.put(standing, meters.stream().filter(entry -> entry.standing() == standing).count());
    return counts;
  }

  private static Standing standing(Journal journal, Ssid ssid, int number) throws JournalException {
    FirmwareHistory history = FirmwareHistory.of(journal, ssid);
    Optional<FirmwareAttempt> last = history.last().filter(attempt -> attempt.number() == number);
    if (last.isEmpty() && history.asked().isPresent() && history.asked().getAsInt() == number)
      return Standing.CONFIRMED;
    return last.map(attempt -> switch (attempt.outcome()) {
      case NOT_SENT -> Standing.OPEN;
      case REFUSED -> Standing.REFUSED;
      case UNKNOWN -> Standing.UNKNOWN;
      case ROLLED_BACK -> Standing.ROLLED_BACK;
      case CONFIRMED -> attempt.clockSetAgain() ? Standing.CONFIRMED : Standing.UNKNOWN;
    }).orElse(Standing.OPEN);
  }
}
