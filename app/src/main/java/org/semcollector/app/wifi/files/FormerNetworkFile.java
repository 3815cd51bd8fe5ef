package org.semcollector.app.wifi.files;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.files.SmallFile;
import org.semcollector.app.wifi.FormerNetworkNote;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The note as four lines: adapter, network (both percent-encoded), process and its start. The last two tell a note of
/// a run that ended from one of a run that is at a meter now.
public final class FormerNetworkFile implements FormerNetworkNote {
  private static final Logger LOG = LoggerFactory.getLogger(FormerNetworkFile.class);

  private final Path file;
  private final ProcessHandle self;

  public FormerNetworkFile(Path file, ProcessHandle self) {
    this.file = file;
    this.self = self;
  }

  @Override
  public Optional<Former> abandoned() {
    try {
      return parse(Files.readAllLines(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("the note of the former network cannot be read", e);
      return Optional.empty();
    }
  }

  private Optional<Former> parse(List<String> lines) {
    if (lines.size() != 4)
      throw new IllegalArgumentException(lines.size() + " lines");
    if (lives(Long.parseLong(lines.get(2)), lines.get(3)))
      return Optional.empty();
    return Optional.of(new Former(decode(lines.get(0)),
        Optional.of(lines.get(1)).filter(text -> !text.isEmpty()).map(FormerNetworkFile::decode)));
  }

  /// A number of a process is given again; its start tells them apart.
  private static boolean lives(long pid, String started) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).map(FormerNetworkFile::start)
        .filter(started::equals).isPresent();
  }

  @Override
  public void write(Former former) {
    try {
      SmallFile.write(file, encode(former.adapter()) + "\n" + former.network().map(FormerNetworkFile::encode).orElse("")
          + "\n" + self.pid() + "\n" + start(self) + "\n");
    } catch (IOException e) {
      LOG.warn("the former network cannot be noted: after a crash it does not come back by itself", e);
    }
  }

  @Override
  public void clear() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("the note of the former network cannot be removed", e);
    }
  }

  private static String start(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("unknown");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
