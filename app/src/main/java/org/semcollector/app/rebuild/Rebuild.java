package org.semcollector.app.rebuild;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.journal.Journal;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.meter.CollectSentences;
import org.semcollector.app.meter.JournalCatchUp;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.task.Progress;

/// Replays the whole journal into a fresh database, then puts that in the old one's place. Until the very last step the
/// old database stays as it is; afterwards it is kept beside under another name.
public final class Rebuild {
  private final Journal journal;
  private final Databases databases;
  private final Clock clock;
  private final CollectSentences sentences;

  public Rebuild(Journal journal, Databases databases, Clock clock, CollectSentences sentences) {
    this.journal = journal;
    this.databases = databases;
    this.clock = clock;
    this.sentences = sentences;
  }

  /// What came of it.
  ///
  /// @param visits visits that were replayed
  /// @param problems one sentence for each visit whose journal is damaged and that is therefore missing
  /// @param namesKept false when the old database could not be read: names and zones must be given again
  /// @param oldDatabase where the former database is kept; empty when there was none
  public record Report(int visits, long readings, List<String> problems, boolean namesKept, String oldDatabase) {
    public Report {
      problems = List.copyOf(problems);
    }
  }

  /// Makes the database again. Names and zones that people gave to meters are taken over where the old database can still
  /// be read. What the server has is proven again by the next upload.
  ///
  /// @throws StoreException when it was cancelled or cannot be done; the old database is then unchanged
  public Report run(Progress progress) throws JournalException, StoreException {
    try (Databases.Fresh fresh = databases.makeFresh()) {
      Optional<List<MeterRow>> named = fresh.oldMeters();
      var projection = new WatchedProjection(fresh.projection());
      JournalCatchUp.Report replayed = new JournalCatchUp(journal, projection, fresh.meters(), clock, sentences)
          .all(progress);
      // a damaged visit is left out and named; a database that takes no more must not replace a complete one
      if (projection.failure().isPresent())
        throw notDone(projection.failure().get());
      if (progress.cancelled())
        throw new StoreException("Rebuilding was cancelled; the database is as it was.");
      for (MeterRow meter : named.orElse(List.of()))
        takeOver(meter, fresh.meters());
      long readings = 0;
      for (MeterRow meter : fresh.meters().meters())
        readings += meter.readings();
      int left = replayed.problems().size();
      return new Report(replayed.visits() - left, readings, replayed.problems(), named.isPresent(), fresh.swap());
    }
  }

  private static StoreException notDone(StoreException cause) {
    return new StoreException(cause.getMessage() + " Nothing was replaced: the database is as it was.", cause);
  }

  private static void takeOver(MeterRow old, MeterStore meters) throws StoreException {
    boolean named = !old.name().equals(old.ssid().value());
    if (named)
      meters.rename(old.ssid(), old.name());
    if (named || meters.meter(old.ssid()).isPresent())
      meters.setZone(old.ssid(), old.zone());
  }
}
