package org.semcollector.app.ui.fx;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// Starts JavaFX for programs that draw without a window.
public final class Toolkit {
  private static final int START_SECONDS = 30;

  private Toolkit() {}

  /// Whether drawing works.
  public sealed interface State {
    /// It does; [#onScreenThread] may be used.
    record Ready() implements State {}

    /// It does not.
    ///
    /// @param sentence what to install
    record Missing(String sentence) implements State {}
  }

  /// Starts the toolkit on the built-in platform without a display, unless one runs already, and tries one text: fonts
  /// are what a bare machine lacks.
  public static State startWithoutDisplay(Messages messages) {
    CompletableFuture<@Nullable Throwable> outcome = new CompletableFuture<>();
    PrintStream terminal = System.err;
    try {
      // without its libraries JavaFX prints stack traces; the sentence says what they mean
      System.setErr(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
      start(outcome);
      Throwable failure = outcome.get(START_SECONDS, TimeUnit.SECONDS);
      return failure == null ? new State.Ready() : new State.Missing(messages.text("toolkit.missing"));
    } catch (InterruptedException | ExecutionException | TimeoutException | RuntimeException | LinkageError _) {
      return new State.Missing(messages.text("toolkit.missing"));
    } finally {
      System.setErr(terminal);
    }
  }

  /// Does something on the thread that draws and waits for it.
  ///
  /// @throws ExecutionException with what the work threw
  public static <T> T onScreenThread(Callable<T> work) throws ExecutionException, InterruptedException {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get();
  }

  private static void start(CompletableFuture<@Nullable Throwable> outcome) {
    Runnable probe = () -> outcome.complete(probe());
    try {
      // read by JavaFX when it starts, and only then
      System.setProperty("glass.platform", "Headless");
      System.setProperty("prism.order", "sw");
      Platform.startup(probe);
      Platform.setImplicitExit(false);
    } catch (IllegalStateException _) {
      Platform.runLater(probe);
    }
  }

  private static @Nullable Throwable probe() {
    try {
      Theme.loadFonts();
      Text text = new Text("0");
      text.setFont(Font.font("Inter"));
      return text.getLayoutBounds().getWidth() > 0 ? null : new IllegalStateException("text has no width");
    } catch (RuntimeException | LinkageError e) {
      return e;
    }
  }
}
