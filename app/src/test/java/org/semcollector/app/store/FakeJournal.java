package org.semcollector.app.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semcollector.app.journal.Journal;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.journal.JournalReport;
import org.semcollector.app.task.Progress;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.meter.Ssid;

/// A journal in memory.
final class FakeJournal implements Journal {
  private final Map<VisitRef, List<VisitFact>> visits = new LinkedHashMap<>();

  void put(VisitRef visit, List<VisitFact> facts) {
    visits.put(visit, List.copyOf(facts));
  }

  @Override
  public VisitRef begin(Ssid ssid, Instant at) {
    var visit = new VisitRef(ssid, at.toString().replace(':', '-'), at);
    put(visit, List.of());
    return visit;
  }

  @Override
  public void append(VisitRef visit, VisitFact fact) throws JournalException {
    var facts = new ArrayList<>(facts(visit));
    facts.add(fact);
    put(visit, facts);
  }

  @Override
  public List<VisitRef> visits() {
    return List.copyOf(visits.keySet());
  }

  @Override
  public List<VisitFact> facts(VisitRef visit) throws JournalException {
    List<VisitFact> facts = visits.get(visit);
    if (facts == null)
      throw new JournalException("no visit " + visit);
    return facts;
  }

  @Override
  public JournalReport verify(Progress progress) {
    return new JournalReport(visits.size(), 0, 0, List.of());
  }

  @Override
  public String location(VisitRef visit) {
    return visit.reference();
  }
}
