package org.semcollector.app.notes.json;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.semcollector.app.files.SmallFile;
import org.semcollector.app.notes.MeterNote;
import org.semcollector.app.notes.MeterNotes;
import org.semcollector.app.notes.NotesException;
import org.semcollector.protocol.meter.Ssid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/// One file for each meter in one folder, `SEM-246f28abcdef.json`. A file that cannot be understood is set aside and
/// kept.
public final class JsonMeterNotes implements MeterNotes {
  private static final Logger LOG = LoggerFactory.getLogger(JsonMeterNotes.class);
  private static final String SUFFIX = ".json";

  private final Path folder;
  private final Clock clock;
  private final NoteJson json = new NoteJson();

  /// @param folder need not exist yet
  /// @param clock names files that are set aside
  public JsonMeterNotes(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public synchronized MeterNote note(Ssid ssid) throws NotesException {
    return read(file(ssid)).filter(note -> note.ssid().equals(ssid)).orElse(MeterNote.empty(ssid));
  }

  @Override
  public synchronized List<MeterNote> all() throws NotesException {
    var notes = new ArrayList<MeterNote>();
    for (Path file : files())
      read(file).ifPresent(notes::add);
    return notes;
  }

  @Override
  public synchronized MeterNote change(Ssid ssid, UnaryOperator<MeterNote> change) throws NotesException {
    MeterNote former = note(ssid);
    MeterNote changed = change.apply(former);
    if (changed.equals(former))
      return former;
    try {
      SmallFile.write(file(ssid), json.write(changed));
      return changed;
    } catch (IOException e) {
      throw new NotesException("What is noted about " + ssid + " could not be saved in " + folder
          + "; it is as it was. Check that the disk has space and is yours to write, then try again.", e);
    }
  }

  private Path file(Ssid ssid) {
    return folder.resolve(ssid.fileName() + SUFFIX);
  }

  private List<Path> files() throws NotesException {
    if (!Files.isDirectory(folder))
      return List.of();
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private Optional<MeterNote> read(Path file) throws NotesException {
    try {
      return Optional.of(json.read(Files.readString(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JacksonException | CharacterCodingException | IllegalArgumentException e) {
      setAside(file, e);
      return Optional.empty();
    } catch (IOException e) {
      // not readable now is not empty: going on would count days in another zone
      throw unreadable(file, e);
    }
  }

  private static NotesException unreadable(Path file, IOException e) {
    return new NotesException("What is noted about meters cannot be read: " + file + " (" + e.getMessage()
        + "). Nothing was changed; check that it is yours to read, then try again.", e);
  }

  private void setAside(Path file, Exception why) {
    try {
      Path aside = SmallFile.setAside(file, clock.instant());
      LOG.warn("The note {} cannot be used ({}). It is kept as {}.", file, why.getMessage(), aside);
    } catch (IOException e) {
      LOG.warn("The note {} cannot be used ({}) nor set aside ({}).", file, why.getMessage(), e.getMessage());
    }
  }
}
