package org.semcollector.app.journal.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.semcollector.app.journal.JournalReport;
import org.semcollector.app.task.Progress;
import org.semcollector.app.visit.VisitRef;

/// Checks all visits: every line, every body, nothing missing, nothing that does not belong there.
final class JournalCheck {
  private final Disk disk;
  private final Path root;
  private final List<String> damages = new ArrayList<>();
  private int bodies;
  private long bytes;

  JournalCheck(Disk disk, Path root) {
    this.disk = disk;
    this.root = root;
  }

  /// Stops early when the progress is cancelled; the report then speaks of the visits checked.
  JournalReport check(List<VisitRef> visits, Progress progress) throws IOException {
    int done = 0;
    for (VisitRef visit : visits) {
      if (progress.cancelled())
        break;
      check(visit);
      progress.at(++done, visits.size());
    }
    return new JournalReport(done, bodies, bytes, damages);
  }

  private void check(VisitRef visit) throws IOException {
    var folder = new VisitFolder(disk, root, visit);
    Events events = folder.events();
    var named = new HashSet<String>();
    for (int i = 0; i < events.lines().size(); i++) {
      int number = i + 1;
      if (events.misfits().contains(number))
        damages.add(folder.changed(number).getMessage());
      try {
        if (i == 0)
          checkPrevious(visit, EventJson.readBegin(events.lines().getFirst()));
        Optional<BodyFile> body = EventJson.bodyOf(events.lines().get(i));
        body.ifPresent(file -> named.add(file.name()));
        if (body.isPresent())
          checkBody(folder, body.get());
      } catch (DamageException e) {
        damages.add(folder.place(number) + " " + e.getMessage() + ".");
      }
    }
    checkStrays(folder, named, events.lines().size());
  }

  private void checkBody(VisitFolder folder, BodyFile file) throws DamageException {
    bytes += folder.body(file).length();
    bodies++;
  }

  /// Every visit remembers the end of the one before: lines or visits cut off there are noticed here.
  private void checkPrevious(VisitRef visit, EventJson.Begin begin) throws IOException, DamageException {
    if (begin.previousVisit().isEmpty() || begin.previousLink().isEmpty())
      return;
    var previous = new VisitRef(visit.ssid(), begin.previousVisit().get(), visit.startedAt());
    var folder = new VisitFolder(disk, root, previous);
    String link = begin.previousLink().get();
    if (!Files.isDirectory(folder.path())) {
      throw new DamageException("speaks of the visit " + previous.reference() + ", which is missing");
    }
    if (!link.equals(Chain.start(previous.reference())) && !folder.events().hasLink(link)) {
      throw new DamageException("shows that lines at the end of " + folder.path().resolve(Events.FILE)
          + " are missing");
    }
  }

  /// A kill leaves at most one body without a line, the next one. Others tell of lines that were taken away.
  private void checkStrays(VisitFolder folder, Set<String> named, int nextSequence) throws IOException {
    for (String name : folder.bodyNames()) {
      if (!named.contains(name) && BodyFile.sequenceOf(name) != nextSequence) {
        damages.add("The journal is damaged: " + folder.path().resolve(Events.FILE) + " lacks the line for " + name
            + ".");
      }
    }
  }
}
