package org.semcollector.app.secret.keychain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `/usr/bin/security`.
public final class RealSecurityProgram implements SecurityProgram {
  private static final Path PROGRAM = Path.of("/usr/bin/security");

  /// Whether this computer has it.
  public static boolean exists() {
    return Files.isExecutable(PROGRAM);
  }

  @Override
  public Result run(String input, String... arguments) throws IOException {
    List<String> line = new ArrayList<>(List.of(PROGRAM.toString()));
    line.addAll(List.of(arguments));
    Process process = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (var out = process.getOutputStream()) {
      out.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Result(process.waitFor(), said);
    } catch (InterruptedException e) {
      throw new IOException("the program was stopped", e);
    }
  }
}
