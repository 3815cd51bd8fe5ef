package org.semcollector.app.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.semcollector.app.store.Outbox;
import org.semcollector.app.store.Outbox.Entry;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.StoredReading;
import org.semcollector.app.sync.TelemetryServer.Device;
import org.semcollector.app.sync.TelemetryServer.Kept;
import org.semcollector.app.sync.TelemetryServer.Span;

/// Reads back what the server has.
///
/// First one count and one sum over the readings' span, which cost the server and the network next to nothing. They
/// prove the readings when they equal what the laptop's store says must be there. When they differ (something is
/// missing, or the span also holds stamps that are not ours) they say nothing about a single reading; then every stamp
/// in the span is read back and each reading is judged by its own stamp and energy.
final class Proof {
  private final TelemetryServer server;
  private final ServerCalls calls;
  private final Outbox outbox;

  Proof(TelemetryServer server, ServerCalls calls, Outbox outbox) {
    this.server = server;
    this.calls = calls;
    this.outbox = outbox;
  }

  /// Takes the readings that the server is seen to have out of the outbox.
  ///
  /// @param entries oldest first, no two with one stamp
  /// @return those it is not seen to have
  List<Entry> missing(Device device, List<Entry> entries, Expected expected) throws Halt, StoreException {
    var tally = calls.get(() -> server.tally(device, expected.span()));
    if (expected.equalTo(tally)) {
      prove(entries);
      return List.of();
    }
    var missing = tally.stamps() == 0 ? entries : readBack(device, entries, expected.span());
    if (missing.size() < entries.size()) {
      var shown = new ArrayList<>(entries);
      shown.removeAll(missing);
      prove(shown);
    }
    return missing;
  }

  private void prove(List<Entry> entries) throws StoreException {
    outbox.proven(entries.stream().map(Entry::reading).toList());
  }

  private List<Entry> readBack(Device device, List<Entry> entries, Span span) throws Halt {
    Map<Instant, Entry> left = new HashMap<>();
    entries.forEach(e -> left.put(Expected.stamp(e.reading()), e));
    new ReadBack(server, calls).forEach(device, span, kept -> {
      Entry entry = left.get(kept.at());
      if (entry != null && isSame(kept, entry.reading())) {
        left.remove(kept.at());
      }
    }, left::isEmpty);
    return entries.stream().filter(e -> left.containsKey(Expected.stamp(e.reading()))).toList();
  }

  /// Whether a stamp holds a reading's energy.
  static boolean isSame(Kept kept, StoredReading reading) {
    double own = reading.intervalEnergyKwh();
    return Double.isFinite(own)
        ? kept.energyKwh().isPresent() && Expected.sameEnergy(kept.energyKwh().getAsDouble(), own)
        : kept.energyKwh().isEmpty();
  }
}
