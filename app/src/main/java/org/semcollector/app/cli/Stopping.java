package org.semcollector.app.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.semcollector.app.task.Progress;

/// Lets Ctrl-C end work at its next safe point: the former network is back and everything is said before the program is
/// gone. Ctrl-C twice ends it at once, which loses nothing either.
final class Stopping implements Progress, AutoCloseable {
  /// Leaving a meter's network takes up to half a minute.
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final Console console;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread hook = Thread.ofPlatform().name("stopping").unstarted(this::stop);
  private volatile boolean asked;

  Stopping(Console console) {
    this.console = console;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void at(long done, long total) {}

  @Override
  public boolean cancelled() {
    return asked;
  }

  private void stop() {
    asked = true;
    console.err().println();
    console.err()
        .println("Stopping at the next safe point. What had arrived is kept in the journal; the rest is still on "
            + "the meter.");
    try {
      if (!over.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        console.err().println("Stopped. The former network may still be on its way back.");
    } catch (InterruptedException e) {
      // nobody interrupts it; the program ends in any case
    }
  }

  /// The work is over, and everything about it was said.
  @Override
  public void close() {
    over.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the program is ending
    }
  }
}
