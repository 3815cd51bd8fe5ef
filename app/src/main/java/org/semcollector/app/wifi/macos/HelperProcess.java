package org.semcollector.app.wifi.macos;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The helper as a child process. Passwords go to it on standard input, never as arguments, which every user of the
/// machine can read.
final class HelperProcess implements HelperProgram {
  private static final Logger LOG = LoggerFactory.getLogger(HelperProcess.class);

  private final List<String> command;

  /// @param command the program and its arguments
  HelperProcess(List<String> command) {
    this.command = List.copyOf(command);
  }

  @Override
  public boolean exists() {
    return Files.isExecutable(Path.of(command.getFirst()));
  }

  @Override
  public Running start() throws IOException {
    return new Child(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  private static final class Child implements Running {
    private final Process process;
    private final OutputStream input;
    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
    private volatile boolean ended;

    Child(Process process) {
      this.process = process;
      this.input = process.getOutputStream();
      Thread.ofVirtual().name("wifi-helper").start(this::read);
    }

    private void read() {
      try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
        for (String line = out.readLine(); line != null; line = out.readLine())
          lines.add(line);
      } catch (IOException e) {
        LOG.debug("the Wi-Fi helper ended", e);
      } finally {
        ended = true;
      }
    }

    @Override
    public void say(String line) throws IOException {
      input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      input.flush();
    }

    @Override
    public Optional<String> heard() {
      return Optional.ofNullable(lines.poll());
    }

    @Override
    public boolean alive() {
      return !ended || !lines.isEmpty();
    }

    @Override
    public void close() {
      try {
        input.close();
      } catch (IOException e) {
        LOG.debug("the Wi-Fi helper ended", e);
      }
    }

    @Override
    public void kill() {
      process.destroyForcibly();
    }
  }
}
