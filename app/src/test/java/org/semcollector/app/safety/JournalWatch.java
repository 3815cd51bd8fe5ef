package org.semcollector.app.safety;

import java.time.Instant;
import java.util.List;
import org.semcollector.app.journal.Journal;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.journal.JournalReport;
import org.semcollector.app.task.Progress;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.meter.Ssid;

/// A journal that tests look into, or break.
class JournalWatch implements Journal {
  private final Journal journal;

  JournalWatch(Journal journal) {
    this.journal = journal;
  }

  /// A visit was begun.
  void begun() {}

  /// A fact is about to be kept.
  void keeping(VisitFact fact) throws JournalException {}

  /// A fact was kept.
  void kept(VisitFact fact) throws JournalException {}

  /// What reading a visit gives.
  List<VisitFact> changed(List<VisitFact> facts) {
    return facts;
  }

  @Override
  public VisitRef begin(Ssid ssid, Instant at) throws JournalException {
    VisitRef visit = journal.begin(ssid, at);
    begun();
    return visit;
  }

  @Override
  public void append(VisitRef visit, VisitFact fact) throws JournalException {
    keeping(fact);
    journal.append(visit, fact);
    kept(fact);
  }

  @Override
  public List<VisitRef> visits() throws JournalException {
    return journal.visits();
  }

  @Override
  public List<VisitFact> facts(VisitRef visit) throws JournalException {
    return changed(journal.facts(visit));
  }

  @Override
  public JournalReport verify(Progress progress) throws JournalException {
    return journal.verify(progress);
  }

  @Override
  public String location(VisitRef visit) {
    return journal.location(visit);
  }
}
