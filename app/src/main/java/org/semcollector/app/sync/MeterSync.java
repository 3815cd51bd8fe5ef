package org.semcollector.app.sync;

import java.util.ArrayList;
import java.util.List;
import org.semcollector.app.store.Outbox.Entry;
import org.semcollector.app.store.Outbox.State;
import org.semcollector.app.store.StoreException;

/// Empties one meter's outbox as far as the server lets it. Everything it knows is in the outbox, so it can end
/// anywhere and be started again.
final class MeterSync {
  /// Batches at once: while half of them upload, the others are read back.
  private static final int BATCHES = 2 * ServerCalls.IN_FLIGHT;

  private final MeterWork work;
  private final Delivery delivery;

  MeterSync(MeterWork work) {
    this.work = work;
    this.delivery = new Delivery(work);
  }

  /// @throws Halt with a sentence when something is left that this run cannot settle
  void run() throws Halt, StoreException {
    if (work.route() instanceof Route.None(String sentence)) {
      throw Halt.meter(sentence);
    }
    if (work.canProve()) {
      settle(State.ACCEPTED);
    }
    settle(State.ON_LAPTOP);
  }

  // Every round settles at least one entry or ends with a Halt, so this ends.
  private void settle(State state) throws Halt, StoreException {
    while (true) {
      work.calls().stopIfAsked();
      int size = delivery.size();
      List<Entry> entries = work.entries(state, size * BATCHES);
      if (entries.isEmpty()) {
        return;
      }
      var batches = new ArrayList<Lanes.Work>();
      for (List<Entry> batch : cut(work.setAsideOutOfTime(entries), size)) {
        batches.add(state == State.ACCEPTED ? () -> proveOrDeliver(batch) : () -> delivery.deliver(batch));
      }
      if (!batches.isEmpty()) {
        Lanes.all("sync-" + work.ssid(), BATCHES, batches);
      }
    }
  }

  // What a device upload handed in is usually there by now; only what is not is sent again.
  private void proveOrDeliver(List<Entry> entries) throws Halt, StoreException {
    Expected expected = work.expected(entries);
    List<Entry> single = work.setAsideDoubled(entries, expected);
    if (single.isEmpty()) {
      return;
    }
    List<Entry> missing = work.prove(single, single.size() == entries.size() ? expected : work.expected(single));
    if (!missing.isEmpty()) {
      delivery.deliver(missing);
    }
  }

  private static List<List<Entry>> cut(List<Entry> entries, int size) {
    var batches = new ArrayList<List<Entry>>();
    for (int from = 0; from < entries.size(); from += size) {
      batches.add(List.copyOf(entries.subList(from, Math.min(entries.size(), from + size))));
    }
    return batches;
  }
}
