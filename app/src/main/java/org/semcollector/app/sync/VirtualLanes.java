package org.semcollector.app.sync;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.semcollector.app.store.StoreException;

/// Lanes that are virtual threads. They are never interrupted: they may be in the database.
final class VirtualLanes implements Lanes {
  @Override
  public void all(String name, int atOnce, List<Work> works) throws Halt, StoreException {
    if (works.size() == 1) {
      works.getFirst().run();
      return;
    }
    Queue<Work> left = new ConcurrentLinkedQueue<>(works);
    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    var ended = new Semaphore(0);
    int lanes = Math.min(atOnce, works.size());
    for (int lane = 0; lane < lanes; lane++) {
      Thread.ofVirtual().name(name + "-" + lane).start(() -> drain(left, failures, ended));
    }
    ended.acquireUninterruptibly(lanes);
    rethrow(failures);
  }

  // A bug in one piece must surface in the caller, not vanish with its thread.
  private static void drain(Queue<Work> left, Queue<Throwable> failures, Semaphore ended) {
    try {
      for (Work work = left.poll(); work != null; work = left.poll()) {
        run(work, failures);
      }
    } finally {
      ended.release();
    }
  }

  private static void run(Work work, Queue<Throwable> failures) {
    try {
      work.run();
    } catch (Halt | StoreException | RuntimeException | Error e) {
      failures.add(e);
    }
  }

  private static void rethrow(Queue<Throwable> failures) throws Halt, StoreException {
    for (Throwable failure : failures) {
      switch (failure) {
        case Error error -> throw error;
        case RuntimeException bug -> throw bug;
        case StoreException store -> throw store;
        case Halt halt -> throw halt;
        default -> throw new IllegalStateException(failure);
      }
    }
  }
}
