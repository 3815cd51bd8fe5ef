package org.semcollector.app.journal.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.semcollector.app.journal.Journal;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.journal.JournalReport;
import org.semcollector.app.task.Progress;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.meter.Ssid;

/// A journal of folders: `<root>/SEM-246f28abcdef/2026-11-20T14-03-12.345Z/` holds one visit.
///
/// A visit's name is its start in UTC. When the laptop's clock went back, it is the former visit's name and a
/// millisecond more: the order of names is the order of visits, and the true start stands in the first line.
///
/// One thread at a time may write to one visit; one program at a time may write to one journal.
public final class FileJournal implements Journal, AutoCloseable {
  private static final long RESERVE_BYTES = 64L * 1024 * 1024;
  private static final String README = "README.txt";

  private final Path root;
  private final Disk disk;
  private final JournalLock lock;

  FileJournal(Path root, Disk disk) {
    this.root = root.toAbsolutePath();
    this.disk = disk;
    this.lock = new JournalLock(this.root);
  }

  /// The journal in a folder, which is created by the first visit. Nothing is read or locked yet.
  public static FileJournal at(Path root) {
    return new FileJournal(root, new RealDisk());
  }

  @Override
  public VisitRef begin(Ssid ssid, Instant at) throws JournalException {
    try {
      prepareRoot();
      Path meter = root.resolve(ssid.fileName());
      disk.createFolders(meter);
      Optional<VisitRef> previous = last(visitsIn(meter));
      VisitRef visit = createFolder(ssid, at, previous);
      Optional<String> link = previous.isEmpty()
          ? Optional.empty()
          : Optional.of(folder(previous.get()).events().lastLink(previous.get().reference()));
      folder(visit).begin(new EventJson.Begin(at, previous.map(VisitRef::name), link));
      return visit;
    } catch (IOException | UncheckedIOException e) {
      throw cannotWrite(e);
    }
  }

  @Override
  public void append(VisitRef visit, VisitFact fact) throws JournalException {
    try {
      lock.take();
      folder(visit).append(fact);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  @Override
  public List<VisitRef> visits() throws JournalException {
    try {
      var visits = new ArrayList<VisitRef>();
      for (Path meter : children(root)) {
        visits.addAll(begunIn(meter));
      }
      visits.sort(VisitNames.OLDEST_FIRST);
      return List.copyOf(visits);
    } catch (IOException | UncheckedIOException e) {
      throw cannotRead(e);
    }
  }

  @Override
  public List<VisitRef> visits(Ssid ssid) throws JournalException {
    try {
      return begunIn(root.resolve(ssid.fileName()));
    } catch (IOException | UncheckedIOException e) {
      throw cannotRead(e);
    }
  }

  /// By the names of folders alone: it is asked before every visit.
  @Override
  public Optional<Instant> newest() throws JournalException {
    try {
      Optional<Instant> newest = Optional.empty();
      for (Path meter : children(root)) {
        for (Path visit : children(meter)) {
          Optional<Instant> at = VisitNames.parse(visit.getFileName().toString());
          if (at.isPresent() && newest.filter(at.get()::isBefore).isEmpty())
            newest = at;
        }
      }
      return newest;
    } catch (IOException | UncheckedIOException e) {
      throw cannotRead(e);
    }
  }

  @Override
  public List<VisitFact> facts(VisitRef visit) throws JournalException {
    try {
      return folder(visit).facts();
    } catch (IOException e) {
      throw cannotRead(e);
    }
  }

  @Override
  public List<VisitFact> events(VisitRef visit) throws JournalException {
    try {
      return folder(visit).facts(_ -> Bytes.EMPTY);
    } catch (IOException e) {
      throw cannotRead(e);
    }
  }

  @Override
  public JournalReport verify(Progress progress) throws JournalException {
    try {
      return new JournalCheck(disk, root).check(visits(), progress);
    } catch (IOException | UncheckedIOException e) {
      throw cannotRead(e);
    }
  }

  @Override
  public String location(VisitRef visit) {
    return folder(visit).path().toString();
  }

  /// Lets another program write.
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the lock of " + root + " cannot be given back", e);
    }
  }

  private void prepareRoot() throws IOException, JournalException {
    disk.createFolders(root);
    lock.take();
    long usable = disk.usableBytes(root);
    if (usable < RESERVE_BYTES) {
      throw new JournalException("Only " + usable / 1_000_000 + " MB are free on the disk of " + root
          + ". No meter was touched; free some space and collect again.");
    }
    Path readme = root.resolve(README);
    if (!Files.exists(readme))
      disk.write(readme, JournalReadme.TEXT.getBytes(StandardCharsets.UTF_8));
  }

  private VisitRef createFolder(Ssid ssid, Instant at, Optional<VisitRef> previous) throws IOException {
    Instant time = previous.map(VisitNames::timeOf).map(t -> t.plusMillis(1)).filter(at::isBefore).orElse(at);
    while (true) {
      var visit = new VisitRef(ssid, VisitNames.of(time), at);
      try {
        disk.createFolder(folder(visit).path());
        return visit;
      } catch (FileAlreadyExistsException e) {
        time = time.plusMillis(1);
      }
    }
  }

  private List<VisitRef> visitsIn(Path meter) throws IOException {
    Optional<Ssid> ssid = VisitNames.ssid(meter.getFileName().toString());
    if (ssid.isEmpty())
      return List.of();
    var visits = new ArrayList<VisitRef>();
    for (Path folder : children(meter)) {
      Optional<Instant> named = VisitNames.parse(folder.getFileName().toString());
      if (named.isEmpty())
        continue;
      var visit = new VisitRef(ssid.get(), folder.getFileName().toString(), named.get());
      visits.add(new VisitRef(visit.ssid(), visit.name(), startOf(visit)));
    }
    visits.sort(VisitNames.OLDEST_FIRST);
    return visits;
  }

  private List<VisitRef> begunIn(Path meter) throws IOException {
    var begun = new ArrayList<VisitRef>();
    for (VisitRef visit : visitsIn(meter)) {
      if (folder(visit).isBegun())
        begun.add(visit);
    }
    return List.copyOf(begun);
  }

  private Instant startOf(VisitRef visit) throws IOException {
    try {
      return folder(visit).begin().map(EventJson.Begin::startedAt).orElse(visit.startedAt());
    } catch (DamageException e) {
      return visit.startedAt(); // reading the facts names the damage
    }
  }

  private static Optional<VisitRef> last(List<VisitRef> visits) {
    return visits.isEmpty() ? Optional.empty() : Optional.of(visits.getLast());
  }

  private static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder))
      return List.of();
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  private VisitFolder folder(VisitRef visit) {
    return new VisitFolder(disk, root, visit);
  }

  private JournalException cannotWrite(Exception e) {
    return new JournalException("The journal in " + root + " cannot be written (" + e.getMessage()
        + "). What it already holds is intact; check that the disk has space and is yours to write.", e);
  }

  private JournalException cannotRead(Exception e) {
    return new JournalException("The journal in " + root + " cannot be read (" + e.getMessage()
        + "). Nothing was changed; check that the disk is there and yours to read.", e);
  }
}
