package org.semcollector.app.meter;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.semcollector.app.journal.Journal;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.store.VisitProjection;
import org.semcollector.app.store.VisitRow;
import org.semcollector.app.task.Progress;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.meter.Ssid;

/// Brings the store to where the journal is: after a kill, after the store had failed, and to make it anew. A visit that
/// was cut short by a kill is given its end.
public final class JournalCatchUp {
  private final Journal journal;
  private final VisitProjection projection;
  private final MeterStore meters;
  private final Clock clock;
  private final CollectSentences sentences;

  public JournalCatchUp(Journal journal, VisitProjection projection, MeterStore meters, Clock clock,
      CollectSentences sentences) {
    this.journal = journal;
    this.projection = projection;
    this.meters = meters;
    this.clock = clock;
    this.sentences = sentences;
  }

  /// What was caught up.
  ///
  /// @param visits visits the store did not have in full
  /// @param newReadings readings they added
  /// @param problems a sentence for each visit that could not be taken
  public record Report(int visits, int newReadings, List<String> problems) {
    public Report {
      problems = List.copyOf(problems);
    }
  }

  /// All meters. A visit whose journal is damaged is left out; after a failure of the store nothing more of that meter is
  /// taken, because its visits must come in order.
  public Report all(Progress progress) throws JournalException, StoreException {
    List<VisitRef> pending = pending(journal.visits(), meters.visits(Optional.empty()));
    var problems = new ArrayList<String>();
    var stuck = new HashSet<Ssid>();
    int added = 0;
    int done = 0;
    for (VisitRef visit : pending) {
      if (progress.cancelled())
        break;
      try {
        if (!stuck.contains(visit.ssid()))
          added += apply(visit);
      } catch (JournalException e) {
        problems.add(e.getMessage());
      } catch (StoreException e) {
        problems.add(e.getMessage());
        stuck.add(visit.ssid());
      }
      progress.at(++done, pending.size());
    }
    return new Report(done, added, problems);
  }

  /// One meter, before it is visited again.
  ///
  /// @throws StoreException when the store cannot take its facts yet
  void meter(Ssid ssid) throws JournalException, StoreException {
    for (VisitRef visit : pending(journal.visits(ssid), meters.visits(Optional.of(ssid)))) {
      try {
        apply(visit);
      } catch (JournalException e) {
        // a damaged visit must not keep the meter from being collected; checking the journal names it
      }
    }
  }

  private static List<VisitRef> pending(List<VisitRef> visits, List<VisitRow> known) {
    Set<String> complete = known.stream().filter(row -> row.endedAt().isPresent()).map(VisitRow::reference)
        .collect(Collectors.toSet());
    return visits.stream().filter(visit -> !complete.contains(visit.reference())).toList();
  }

  private int apply(VisitRef visit) throws JournalException, StoreException {
    var facts = new ArrayList<>(journal.facts(visit));
    if (facts.isEmpty() || !(facts.getLast() instanceof VisitFact.Ended)) {
      VisitFact.Ended ended = killed(facts);
      journal.append(visit, ended);
      facts.add(ended);
    }
    int added = 0;
    for (VisitFact fact : facts) {
      added += projection.apply(visit, fact).newReadings();
    }
    return added;
  }

  private VisitFact.Ended killed(List<VisitFact> facts) {
    boolean complete = facts.stream().anyMatch(VisitFact.ReadoutComplete.class::isInstance);
    boolean erasing = facts.stream().anyMatch(VisitFact.EraseSent.class::isInstance);
    String key = erasing ? "killed.erasing" : complete ? "killed.stored" : "killed.nothing";
    return new VisitFact.Ended(clock.instant(), complete ? "partly" : "failed", sentences.text(key));
  }
}
