package org.semcollector.app.journal.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.Bytes;

/// The files of one visit.
final class VisitFolder {
  private static final int LONGEST_FIRST_LINE = 4096;
  /// Smaller files take no less room on a disk than their rest.
  private static final int WORTH_SHARING = 4096;

  private final Disk disk;
  private final Path folder;
  private final VisitRef visit;

  VisitFolder(Disk disk, Path root, VisitRef visit) {
    this.disk = disk;
    this.folder = root.resolve(visit.ssid().fileName()).resolve(visit.name());
    this.visit = visit;
  }

  Path path() {
    return folder;
  }

  /// Writes the first line; the folder must be there.
  void begin(EventJson.Begin begin) throws IOException {
    addLine(new Events(List.of(), List.of(), 0), EventJson.begin(visit, begin));
  }

  /// Keeps a fact: its body first, under its final name, then its line.
  void append(VisitFact fact) throws IOException, JournalException {
    Events events = events();
    requireWhole(events);
    int sequence = events.facts() + 1;
    setAsideUnfinished(sequence);
    switch (fact) {
      case VisitFact.Received received -> {
        BodyFile file = keep(sequence, received, events);
        addLine(events, EventJson.write(sequence, received, file));
      }
      case VisitFact.BrokenOff broken -> {
        writeBody(BodyFile.of(sequence, broken), broken.partialBody());
        addLine(events, EventJson.write(sequence, broken));
      }
      default -> addLine(events, EventJson.write(sequence, fact)); // a line alone
    }
  }

  /// A meter's readings are read twice, and the second body starts with the first: what is on the disk, and is seen to
  /// be the same there, is not written again.
  private BodyFile keep(int sequence, VisitFact.Received fact, Events events) throws IOException {
    BodyFile whole = BodyFile.of(sequence, fact);
    for (BodyFile earlier : wholeBodies(events)) {
      if (earlier.length() < WORTH_SHARING || !Files.exists(folder.resolve(earlier.name())))
        continue;
      Bytes start = Bytes.copyOf(disk.read(folder.resolve(earlier.name())));
      if (earlier.holds(start) && fact.body().startsWith(start)) {
        BodyFile rest = whole.startingWith(earlier);
        writeBody(rest, fact.body().slice(start.length(), fact.body().length()));
        return rest;
      }
    }
    writeBody(whole, fact.body());
    return whole;
  }

  /// Bodies kept in a file of their own, the last one first.
  private static List<BodyFile> wholeBodies(Events events) {
    var bodies = new ArrayList<BodyFile>();
    for (String line : events.lines()) {
      try {
        EventJson.bodyOf(line).filter(BodyFile::isWhole).ifPresent(bodies::add);
      } catch (DamageException e) {
        // what cannot be read is not built upon; the line stays for the check to name
      }
    }
    return bodies.reversed();
  }

  List<VisitFact> facts() throws IOException, JournalException {
    return facts(this::body);
  }

  /// @param bodies where bodies come from
  List<VisitFact> facts(EventJson.Bodies bodies) throws IOException, JournalException {
    Events events = events();
    if (!events.misfits().isEmpty())
      throw changed(events.misfits().getFirst());
    if (events.lines().isEmpty() && !bodyNames().isEmpty())
      throw changed(1);
    var facts = new ArrayList<VisitFact>(events.facts());
    for (int i = 1; i < events.lines().size(); i++) {
      try {
        facts.add(EventJson.read(events.lines().get(i), bodies));
      } catch (DamageException e) {
        throw new JournalException(place(i + 1) + " " + e.getMessage() + ".", e);
      }
    }
    return List.copyOf(facts);
  }

  /// The lines; none when a kill came before the first one.
  Events events() throws IOException {
    Path file = folder.resolve(Events.FILE);
    byte[] content = Files.exists(file) ? disk.read(file) : new byte[0];
    return Events.of(content, visit.reference());
  }

  /// The first line, if it was written whole.
  Optional<EventJson.Begin> begin() throws IOException, DamageException {
    Path file = folder.resolve(Events.FILE);
    if (!Files.exists(file))
      return Optional.empty();
    Events events = Events.of(disk.read(file, LONGEST_FIRST_LINE), visit.reference());
    return events.lines().isEmpty()
        ? Optional.empty()
        : Optional.of(EventJson.readBegin(events.lines().getFirst()));
  }

  /// False for what a kill left that came before the first line.
  boolean isBegun() throws IOException {
    return !events().lines().isEmpty() || !bodyNames().isEmpty();
  }

  /// Names of all body files, with or without a line.
  List<String> bodyNames() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString())
          .filter(name -> name.matches("[0-9]{2,}-.*") && !name.endsWith(RealDisk.TEMPORARY))
          .sorted().toList();
    }
  }

  Bytes body(BodyFile file) throws DamageException {
    Bytes body;
    try {
      body = Bytes.copyOf(content(file));
    } catch (IOException e) {
      throw new DamageException("speaks of the file " + file.name() + ", which cannot be read");
    }
    if (!file.holds(body))
      throw new DamageException("speaks of the file " + file.name() + ", which was changed");
    return body;
  }

  private byte[] content(BodyFile file) throws IOException {
    byte[] own = disk.read(folder.resolve(file.name()));
    if (file.after().isEmpty())
      return own;
    byte[] start = disk.read(folder.resolve(file.after().get()));
    byte[] both = Arrays.copyOf(start, start.length + own.length);
    System.arraycopy(own, 0, both, start.length, own.length);
    return both;
  }

  /// How a place is named to people.
  String place(int line) {
    return "The journal is damaged: line " + line + " of " + folder.resolve(Events.FILE);
  }

  JournalException changed(int line) {
    return new JournalException(place(line) + " is not as it was written.");
  }

  /// A kill after a body and before its line leaves a body that was never kept; the number now belongs to another fact.
  private void setAsideUnfinished(int sequence) throws IOException {
    for (String name : bodyNames()) {
      if (BodyFile.sequenceOf(name) == sequence) {
        Files.move(folder.resolve(name), folder.resolve(name + RealDisk.TEMPORARY),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private void requireWhole(Events events) throws JournalException {
    if (events.lines().isEmpty())
      throw new JournalException("The visit " + visit.reference() + " was never begun.");
    if (!events.misfits().isEmpty())
      throw changed(events.misfits().getFirst());
  }

  private void writeBody(BodyFile file, Bytes body) throws IOException {
    Path path = folder.resolve(file.name());
    byte[] content = body.toArray();
    disk.write(path, content);
    if (!Arrays.equals(disk.read(path), content))
      throw new IOException(path + " reads back differently");
  }

  private void addLine(Events events, String json) throws IOException {
    String line = Chain.link(events.lastLink(visit.reference()), json) + "\n";
    byte[] content = line.getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve(Events.FILE);
    disk.append(file, events.wholeLength(), content);
    byte[] kept = disk.read(file);
    int start = events.wholeLength();
    if (kept.length < start || !Arrays.equals(kept, start, kept.length, content, 0, content.length)) {
      throw new IOException(file + " reads back differently");
    }
  }
}
