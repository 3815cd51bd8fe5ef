package org.semcollector.app.rebuild;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
  /// @param problems one sentence for each visit whose journal is damaged and that is therefore missing
  /// @param oldDatabase where the former database is kept; empty when there was none
  public record Report(int visits, long readings, List<String> problems, String oldDatabase) {
    public Report {
      problems = List.copyOf(problems);
    }
  }

  /// Makes the database again. Names and zones that people gave to meters are taken over where the old database can still
  /// be read. What the server has is proven again by the next upload.
  ///
  /// @throws StoreException when it was cancelled or cannot be done; the old database is then unchanged
  public Report run(Progress progress) throws JournalException, StoreException {
    List<MeterRow> named = databases.oldMeters();
    JournalCatchUp.Report replayed;
    long readings = 0;
    try (Databases.Fresh fresh = databases.makeFresh()) {
      replayed = new JournalCatchUp(journal, fresh.projection(), fresh.meters(), clock, sentences).all(progress);
      if (progress.cancelled())
        throw new StoreException("Rebuilding was cancelled; the database is as it was.");
      for (MeterRow meter : named)
        takeOver(meter, fresh.meters());
      for (MeterRow meter : fresh.meters().meters())
        readings += meter.readings();
    }
    String kept = databases.swap();
    return new Report(replayed.visits(), readings, new ArrayList<>(replayed.problems()), kept);
  }

  private static void takeOver(MeterRow old, MeterStore meters) throws StoreException {
    if (!old.name().equals(old.ssid().value()))
      meters.rename(old.ssid(), old.name());
    if (meters.meter(old.ssid()).isPresent())
      meters.setZone(old.ssid(), old.zone());
  }
}
