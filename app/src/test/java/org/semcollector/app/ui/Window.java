package org.semcollector.app.ui;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.semcollector.app.ui.fx.FxTasks;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.PngFile;
import org.semcollector.app.ui.fx.Theme;
import org.semcollector.app.ui.fx.Toolkit;
import org.semcollector.app.ui.shell.Screen;
import org.semcollector.app.ui.shell.Shell;

/// The program's window without a display, for tests.
public final class Window implements AutoCloseable {
  private static final Path PICTURES = Path.of(System.getProperty("sem.root"), "app/target/pictures");

  public final FxTasks tasks = new FxTasks();
  public final Shell shell;
  public final Stage stage;

  private Window(UiServices services, boolean dark, double scale) {
    shell = new Shell(services, tasks, new Messages(services.locale()));
    stage = new Stage();
    stage.setScene(new Scene(shell.build(_ -> {}), 1366, 768));
    shell.connect(stage.getScene());
    Theme.apply(stage.getScene(), dark, scale);
    stage.show();
    shell.start();
  }

  public static Window open(UiServices services, boolean dark, double scale) throws Exception {
    Window window = Toolkit.onScreenThread(() -> new Window(services, dark, scale));
    window.settle();
    return window;
  }

  /// Waits until nothing runs any more.
  public void settle() throws Exception {
    until(() -> tasks.running().isEmpty());
  }

  /// Waits for a condition on the screen's thread.
  public void until(Callable<Boolean> condition) throws ExecutionException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!Toolkit.onScreenThread(condition)) {
      if (System.nanoTime() > deadline)
        throw new AssertionError("it did not happen");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  public void show(Screen screen) throws Exception {
    Toolkit.onScreenThread(() -> {
      shell.show(screen);
      return true;
    });
    settle();
  }

  Image picture(String name) throws Exception {
    return picture(PICTURES.resolve(name + ".png"));
  }

  public Image picture(Path file) throws Exception {
    Image image = Toolkit.onScreenThread(() -> {
      Parent root = stage.getScene().getRoot();
      root.applyCss();
      root.layout();
      root.applyCss();
      root.layout();
      return stage.getScene().snapshot(null);
    });
    PngFile.write(image, file);
    return image;
  }

  @Override
  public void close() {
    Platform.runLater(stage::close);
  }
}
