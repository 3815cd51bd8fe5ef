package org.semcollector.app.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.semcollector.app.task.Progress;

/// Copies journal, notes, set-ups, firmware and settings into a new folder, say on a memory stick. The database is left
/// out, it is made again from these; secrets are left out, they belong to this computer.
///
/// What is written while copying may be missing in the copy, never half of it: journal files only grow, and every other
/// file is replaced whole.
public final class Backup {
  private static final List<String> PARTS = List.of("journal", "notes", "setups.json", "firmware", "settings.json",
      "laptop-clock.json");
  private static final int BUFFER = 1 << 16;

  private final Path dataDir;
  private final Clock clock;

  /// A complete copy.
  ///
  /// @param folder where it is
  public record Copied(Path folder, int files, long bytes) {}

  /// @param dataDir the program's data folder
  public Backup(Path dataDir, Clock clock) {
    this.dataDir = dataDir;
    this.clock = clock;
  }

  /// Copies everything into a new folder inside `target`, named by the time.
  ///
  /// @param progress told the files; may cancel
  /// @throws IOException when anything could not be copied or compared, or it was cancelled; what was copied stays and
  ///     is named by the message
  public Copied copy(Path target, Progress progress) throws IOException {
    if (target.toAbsolutePath().normalize().startsWith(dataDir.toAbsolutePath().normalize()))
      throw new IOException("the folder lies inside the data folder; choose another disk");
    List<Path> files = files();
    String name = "sem-backup-" + clock.instant().toString().substring(0, 19).replace(':', '-');
    Path folder = Files.createDirectories(target.resolve(name));
    long bytes = 0;
    for (int i = 0; i < files.size(); i++) {
      if (progress.cancelled())
        throw new IOException("cancelled; " + folder + " holds a part only");
      progress.at(i, files.size());
      bytes += copyFile(files.get(i), folder.resolve(dataDir.relativize(files.get(i)).toString()));
    }
    progress.at(files.size(), files.size());
    return new Copied(folder, files.size(), bytes);
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String part : PARTS) {
      Path start = dataDir.resolve(part);
      if (Files.exists(start)) {
        try (Stream<Path> found = Files.walk(start)) {
          found.filter(Files::isRegularFile).filter(Backup::isWhole).forEach(files::add);
        }
      }
    }
    if (files.isEmpty())
      throw new IOException("there is nothing to copy yet");
    return files;
  }

  /// Drafts of a file that is being written, and locks.
  private static boolean isWhole(Path file) {
    String name = String.valueOf(file.getFileName());
    return !name.endsWith(".part") && !name.endsWith(".tmp") && !name.endsWith(".lock");
  }

  private static long copyFile(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    MessageDigest read = sha256();
    long bytes = 0;
    try (InputStream in = Files.newInputStream(from);
        FileChannel out = FileChannel.open(to,
            StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      byte[] buffer = new byte[BUFFER];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        read.update(buffer, 0, count);
        ByteBuffer piece = ByteBuffer.wrap(buffer, 0, count);
        while (piece.hasRemaining())
          out.write(piece);
        bytes += count;
      }
      out.force(true);
    }
    if (!MessageDigest.isEqual(read.digest(), digest(to)))
      throw new IOException(to + " is not what was written; the disk may be damaged");
    return bytes;
  }

  private static byte[] digest(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer))
        digest.update(buffer, 0, count);
    }
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
