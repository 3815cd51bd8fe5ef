package org.semcollector.app.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.semcollector.app.store.FirmwareReports.Mark;
import org.semcollector.app.store.Outbox.Entry;
import org.semcollector.app.store.Outbox.State;
import org.semcollector.app.store.StoreException;

/// Empties one meter's outbox as far as the server lets it, and looks whether the server still has what it had.
/// Everything it knows is in the store, so it can end anywhere and be started again.
final class MeterSync {
  /// Batches at once: while half of them upload, the others are read back.
  private static final int BATCHES = 2 * ServerCalls.IN_FLIGHT;
  /// So often a run follows corrections that are made while it runs.
  private static final int CORRECTED_MEANWHILE = 5;

  private final MeterWork work;
  private final Delivery delivery;
  private long held;

  MeterSync(MeterWork work) {
    this.work = work;
    this.delivery = new Delivery(work);
  }

  /// @throws Halt with a sentence when something is left that this run cannot settle
  void run() throws Halt, StoreException {
    readings();
    new FirmwareDelivery(work).run();
    if (held > 0) {
      throw Halt.meter(waits());
    }
  }

  private void readings() throws Halt, StoreException {
    switch (work.route()) {
      case Route.None(String sentence) -> throw Halt.meter(sentence);
      case Route.ByToken _ -> settle(State.ON_LAPTOP);
      case Route.SignedIn(TelemetryServer.Device device) -> {
        bring(device);
        if (new ProvenCheck(work).findsLoss(device)) {
          work.stores().firmware().again(work.ssid(), Mark.PROVEN);
          bring(device);
        }
      }
    }
  }

  // What moved is deleted at its former time before it is sent with its new one; what moves meanwhile comes next.
  private void bring(TelemetryServer.Device device) throws Halt, StoreException {
    var former = new FormerTimes(work, work.stores().stale());
    int rounds = 0;
    boolean mayDelete;
    do {
      mayDelete = former.remove(device);
      settle(State.ACCEPTED);
      settle(State.ON_LAPTOP);
    } while (mayDelete && held > 0 && ++rounds < CORRECTED_MEANWHILE);
  }

  private void settle(State state) throws Halt, StoreException {
    held = 0;
    long after = 0;
    // Every round settles at least one entry, passes over some, or ends with a Halt; so this ends.
    while (true) {
      work.calls().stopIfAsked();
      work.stores().outbox().sending(work.ssid());
      int size = delivery.size();
      List<Entry> entries = work.entries(state, after, size * BATCHES);
      if (entries.isEmpty()) {
        return;
      }
      List<Entry> free = notMoved(entries);
      if (free.isEmpty()) {
        held += entries.size();
        after = entries.stream().mapToLong(entry -> entry.reading().key()).max().orElseThrow();
      } else {
        settle(state, free, size);
      }
    }
  }

  private void settle(State state, List<Entry> entries, int size) throws Halt, StoreException {
    var batches = new ArrayList<Lanes.Work>();
    for (List<Entry> batch : cut(work.setAsideOutOfTime(entries), size)) {
      batches.add(state == State.ACCEPTED ? () -> proveOrDeliver(batch) : () -> delivery.deliver(batch));
    }
    if (!batches.isEmpty()) {
      work.lanes().all("sync-" + work.ssid(), BATCHES, batches);
    }
  }

  // Sent while the server has it at a former time, a reading's energy would be there twice.
  private List<Entry> notMoved(List<Entry> entries) throws StoreException {
    Set<Long> moved = work.stores().stale().moved(work.ssid(),
        entries.stream().map(entry -> entry.reading().key()).toList());
    return entries.stream().filter(entry -> !moved.contains(entry.reading().key())).toList();
  }

  private String waits() {
    String what = held + (held == 1 ? " reading has" : " readings have")
        + " another time now, and the server still has " + (held == 1 ? "it" : "them") + " at the former one. ";
    String why = work.canProve()
        ? "This sign-in may not delete there"
        : "Without a sign-in nothing can be deleted there";
    return what + why + ", and sent again the energy would count twice: "
        + (held == 1 ? "it waits" : "they wait") + " on this laptop; sync with the sign-in of a tenant administrator.";
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
