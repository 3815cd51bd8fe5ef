package org.semcollector.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.semcollector.app.cli.Console;
import org.semcollector.app.wiring.Wiring;

/// The program's entry. Not a JavaFX `Application`: commands that draw nothing never load JavaFX.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    var console = new Console(System.in, stream(FileDescriptor.out), stream(FileDescriptor.err), isTerminal());
    int exitCode = Wiring.commandLine(console).run(args);
    console.out().flush();
    console.err().flush();
    System.exit(exitCode);
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent()
        && !"dumb".equals(System.getenv("TERM"));
  }

  /// Always UTF-8: names and units are not ASCII, and files made by redirection must not depend on the locale.
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
