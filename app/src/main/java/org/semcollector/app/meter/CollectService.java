package org.semcollector.app.meter;

import java.time.Clock;
import java.util.Optional;
import org.semcollector.app.journal.Journal;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.laptopclock.LaptopClock;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.meter.Ssid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Collects one meter: reads it, keeps every byte, stores the readings, sets the clock, and erases only what is proven
/// safe.
///
/// Order: version, token, readings, outage log (all in the journal as they arrive), store and read back, clock, second
/// read, erase, look. Before anything is changed on the meter it is asked again who it is. A meter without readings is
/// not erased: its outage log is small, grows by one entry per boot, and its first reading still needs it.
///
/// What cannot be proven: a meter whose clock is off does not say when it saves next. Between the last byte of the
/// second read and the erase request lie a few milliseconds; a reading saved in just these is lost. With a right clock
/// the visit keeps 20 s away from the next save.
public final class CollectService {
  private static final Logger LOG = LoggerFactory.getLogger(CollectService.class);

  private final MeterClient.Factory clients;
  private final Journal journal;
  private final CollectStores stores;
  private final Clock clock;
  private final Pause pause;
  private final CollectSentences sentences;
  private final LaptopClock laptopClock;

  /// @param laptopClock asked before a meter's clock is set
  public CollectService(MeterClient.Factory clients, Journal journal, CollectStores stores, Clock clock, Pause pause,
      CollectSentences sentences, LaptopClock laptopClock) {
    this.clients = clients;
    this.journal = journal;
    this.stores = stores;
    this.clock = clock;
    this.pause = pause;
    this.sentences = sentences;
    this.laptopClock = laptopClock;
  }

  /// Makes one visit; returns how it ended, whatever happened. Blocks; meant for a virtual thread that nobody interrupts.
  public CollectResult collect(CollectRequest request, CollectListener listener) {
    return visit(request, listener, (context, log) -> {
      var run = new CollectRun(context, stores);
      Ending ending = end(log, run.run());
      return CollectResults.of(request.ssid(), ending, log, run);
    });
  }

  /// Erases a meter without proof that its readings are safe; only for somebody who knows what is lost. Reads what can
  /// still be read first, and looks afterwards whether the meter is empty.
  public CollectResult eraseUnproven(CollectRequest request, CollectListener listener) {
    return visit(request, listener, (context, log) -> {
      var run = new ForcedErase(context, stores);
      Ending ending = end(log, run.run());
      return CollectResults.ofErase(request.ssid(), ending, log, run.erased());
    });
  }

  /// What is done during a visit.
  private interface Doing {
    CollectResult run(VisitContext context, VisitLog log);
  }

  private CollectResult visit(CollectRequest request, CollectListener listener, Doing doing) {
    Optional<StoreException> behind = catchUp(request);
    VisitRef visit;
    try {
      visit = journal.begin(request.ssid(), clock.instant());
    } catch (JournalException e) {
      return CollectResult.failed(request.ssid(), e.getMessage());
    }
    var log = new VisitLog(journal, stores.projection(), visit, clock, behind);
    try (MeterClient client = clients.open(request.baseUri(), request.localAddress())) {
      return doing.run(new VisitContext(request, new MeterTalk(client, log, listener), log, listener, clock, pause,
          sentences, laptopClock), log);
    }
  }

  /// Takes visits into the store that others made, such as that of an update. What the store cannot take now, the next
  /// visit brings.
  public void takeIn(Ssid ssid) {
    try {
      new JournalCatchUp(journal, stores.projection(), stores.meters(), clock, sentences).meter(ssid);
    } catch (StoreException | JournalException e) {
      LOG.warn("a visit is in the journal alone for now", e);
    }
  }

  /// Facts of earlier visits come first: the store takes them in order only.
  private Optional<StoreException> catchUp(CollectRequest request) {
    try {
      new JournalCatchUp(journal, stores.projection(), stores.meters(), clock, sentences).meter(request.ssid());
      return Optional.empty();
    } catch (StoreException e) {
      return Optional.of(e);
    } catch (JournalException e) {
      return Optional.of(new StoreException(e.getMessage(), e));
    }
  }

  private Ending end(VisitLog log, Ending ending) {
    try {
      boolean storeHadAll = log.storeFailure().isEmpty();
      log.add(new VisitFact.Ended(clock.instant(), ending.outcome(), ending.sentence()));
      Optional<StoreException> failure = log.storeFailure();
      if (!storeHadAll || failure.isEmpty())
        return ending;
      return Ending.partly(CollectSentences.join(ending.sentence(),
          sentences.text("store.late", failure.get().getMessage()), sentences.text("advice.rebuild")));
    } catch (JournalException e) {
      return Ending.partly(CollectSentences.join(ending.sentence(), sentences.text("journal", e.getMessage())));
    }
  }
}
