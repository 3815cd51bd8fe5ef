package org.semcollector.app.store;

import java.util.ArrayList;
import java.util.List;
import org.semcollector.app.journal.Journal;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.task.Progress;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.clock.ClockEstimator;

/// Makes the store again from the journal. The old one stays as it is until the new one is complete, and is kept. What
/// was proven to be on the server is not in the journal: afterwards everything is unproven until the next sync proves it
/// again.
public final class Rebuild {
  private final Journal journal;
  private final ClockEstimator estimator;
  private final StoreReplacement.Opener replacements;

  public Rebuild(Journal journal, ClockEstimator estimator, StoreReplacement.Opener replacements) {
    this.journal = journal;
    this.estimator = estimator;
    this.replacements = replacements;
  }

  /// What a rebuild made.
  ///
  /// @param visits visits taken from the journal
  /// @param readings readings they hold
  /// @param keptAt where the old store is kept; empty text when there was none
  /// @param problems a sentence for each visit that was left out because its journal is damaged
  public record Report(int visits, long readings, String keptAt, List<String> problems) {
    public Report {
      problems = List.copyOf(problems);
    }
  }

  /// Replays all visits, oldest first, then replaces the old store.
  ///
  /// @param progress told the visits; when cancelled, the old store stays in use
  public Report run(Progress progress) throws JournalException, StoreException {
    List<VisitRef> visits = journal.visits();
    var problems = new ArrayList<String>();
    long readings = 0;
    try (StoreReplacement fresh = replacements.open()) {
      var projection = new VisitIngest(fresh.ingest(), estimator);
      for (int i = 0; i < visits.size(); i++) {
        progress.at(i, visits.size());
        if (progress.cancelled()) {
          throw new StoreException("Rebuilding was stopped. The database is as it was; start again at any time.");
        }
        readings += replay(projection, visits.get(i), problems);
      }
      progress.at(visits.size(), visits.size());
      return new Report(visits.size() - problems.size(), readings, fresh.takeOver(), problems);
    }
  }

  private long replay(VisitProjection projection, VisitRef visit, List<String> problems) throws StoreException {
    List<VisitFact> facts;
    try {
      facts = journal.facts(visit);
    } catch (JournalException e) {
      problems.add(e.getMessage());
      return 0;
    }
    long readings = 0;
    for (VisitFact fact : facts) {
      readings += projection.apply(visit, fact).newReadings();
    }
    return readings;
  }
}
