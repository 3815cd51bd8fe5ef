package org.semcollector.app.ui;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.semcollector.app.ui.fx.Theme;

/// Starts the toolkit once for all tests of a JVM; it must not end when a test closes its window.
public final class FxExtension implements BeforeAllCallback {
  private static final CountDownLatch STARTED = new CountDownLatch(1);

  @Override
  public void beforeAll(ExtensionContext context) throws InterruptedException {
    synchronized (STARTED) {
      if (STARTED.getCount() > 0)
        start();
    }
    if (!STARTED.await(30, TimeUnit.SECONDS))
      throw new IllegalStateException("the toolkit did not start");
  }

  private static void start() {
    Runnable ready = () -> {
      Platform.setImplicitExit(false);
      Theme.loadFonts();
      STARTED.countDown();
    };
    try {
      Platform.startup(ready);
    } catch (IllegalStateException _) {
      Platform.runLater(ready);
    }
  }
}
