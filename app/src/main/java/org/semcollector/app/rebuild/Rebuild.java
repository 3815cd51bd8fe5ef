package org.semcollector.app.rebuild;

import java.time.Clock;
import java.util.List;
import org.semcollector.app.journal.Journal;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.meter.CollectSentences;
import org.semcollector.app.meter.JournalCatchUp;
import org.semcollector.app.notes.MeterNotes;
import org.semcollector.app.notes.NotedMeters;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.task.Progress;

/// Replays the whole journal into a fresh database, then puts that in the old one's place. Until the very last step the
/// old database stays as it is; afterwards it is kept beside under another name.
public final class Rebuild {
  private final Journal journal;
  private final MeterNotes notes;
  private final Databases databases;
  private final Clock clock;
  private final CollectSentences sentences;

  public Rebuild(Journal journal, MeterNotes notes, Databases databases, Clock clock, CollectSentences sentences) {
    this.journal = journal;
    this.notes = notes;
    this.databases = databases;
    this.clock = clock;
    this.sentences = sentences;
  }

  /// What came of it.
  ///
  /// @param visits visits that were replayed
  /// @param problems one sentence for each visit whose journal is damaged and that is therefore missing
  /// @param oldDatabase where the former database is kept; empty when there was none
  public record Report(int visits, long readings, List<String> problems, String oldDatabase) {
    public Report {
      problems = List.copyOf(problems);
    }
  }

  /// Makes the database again, with what people noted about meters. What the server has is proven again by the next
  /// upload.
  ///
  /// @throws StoreException when it was cancelled or cannot be done; the old database is then unchanged
  public Report run(Progress progress) throws JournalException, StoreException {
    try (Databases.Fresh fresh = databases.makeFresh()) {
      NotedMeters.copy(notes, fresh.meters());
      var projection = new WatchedProjection(fresh.projection());
      JournalCatchUp.Report replayed = new JournalCatchUp(journal, projection, fresh.meters(), clock, sentences)
          .all(progress);
      // a damaged visit is left out and named; a database that takes no more must not replace a complete one
      if (projection.failure().isPresent())
        throw notDone(projection.failure().get());
      if (progress.cancelled())
        throw new StoreException("Rebuilding was cancelled; the database is as it was.");
      long readings = 0;
      for (MeterRow meter : fresh.meters().meters())
        readings += meter.readings();
      int left = replayed.problems().size();
      return new Report(replayed.visits() - left, readings, replayed.problems(), fresh.swap());
    }
  }

  private static StoreException notDone(StoreException cause) {
    return new StoreException(cause.getMessage() + " Nothing was replaced: the database is as it was.", cause);
  }
}
