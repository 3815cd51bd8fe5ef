package org.semcollector.protocol.clock.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.semcollector.protocol.Bytes;

/// The visits with known truth in `sample-data`.
public final class SampleCases {
  private static final Path FOLDER = Path.of(System.getProperty("sem.root"), "sample-data", "clock-cases");

  private SampleCases() {}

  public static List<ClockCase> all() {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.filter(Files::isDirectory).sorted().map(SampleCases::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClockCase read(Path folder) {
    try {
      Path history = folder.resolve("history.csv");
      return new ClockCaseFiles(bytes(folder.resolve("telemetry.bin")), bytes(folder.resolve("powerloss_log.bin")),
          Files.readString(folder.resolve("visit.json")),
          Files.exists(history) ? Optional.of(Files.readString(history)) : Optional.empty(),
          Files.readString(folder.resolve("truth.csv"))).decode(folder.getFileName().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Bytes bytes(Path file) throws IOException {
    return Bytes.copyOf(Files.readAllBytes(file));
  }
}
