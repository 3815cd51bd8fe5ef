package org.semcollector.app.wifi.macos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.Waiting;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.app.wifi.WifiFailure;

/// As child processes.
final class RealMacPrograms implements MacPrograms {
  @Override
  public boolean exists() {
    return Files.isExecutable(Path.of(NetworkSetup.PROGRAM));
  }

  @Override
  public String run(List<String> command, Duration limit, Progress progress) throws WifiException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      var text = new CompletableFuture<String>();
      Thread.ofVirtual().name(command.getFirst()).start(() -> text.complete(read(process)));
      try {
        process.getOutputStream().close();
        return Waiting.until(limit, progress, () -> text.isDone() ? Optional.of(text.join()) : Optional.empty())
            .orElseThrow(() -> new WifiException(
                new WifiFailure.TimedOut("waiting for " + command.getFirst(), limit)));
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new WifiException(new WifiFailure.Unsupported(command.getFirst()), e);
    }
  }

  private static String read(Process process) {
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return ""; // it was ended
    }
  }
}
