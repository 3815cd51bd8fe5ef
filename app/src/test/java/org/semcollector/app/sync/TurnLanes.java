package org.semcollector.app.sync;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import org.semcollector.app.store.StoreException;

import static java.util.Objects.requireNonNull;

/// Lanes of which one runs at a time. At each [#pass] another may go on; a seed decides which, so that a run of several
/// lanes goes the same way every time.
///
/// Whoever passes must hold no lock that another lane takes: the turn would go to a lane that waits for ever. A run
/// signs in under such a lock, and holds one of four permits during every other request.
final class TurnLanes implements Lanes {
  /// Meters and their batches together are never more lanes than a run's permits for requests.
  private static final int AT_ONCE = 2;

  private final SplittableRandom random;
  // Touched only by the one whose turn it is.
  private final List<Semaphore> ready = new ArrayList<>();

  TurnLanes(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /// Lets another lane go on, or this one.
  void pass() {
    var turn = new Semaphore(0);
    ready.add(turn);
    giveTurn();
    turn.acquireUninterruptibly();
  }

  /// A server at which the turn may pass before and after each request but the sign-in.
  TelemetryServer at(TelemetryServer server) {
    return (TelemetryServer) Proxy.newProxyInstance(TurnLanes.class.getClassLoader(),
        new Class<?>[]{TelemetryServer.class}, (_, method, args) -> {
          boolean passes = !method.getName().equals("signIn") && !method.getName().equals("close");
          if (passes) {
            pass();
          }
          try {
            return method.invoke(server, args);
          } catch (InvocationTargetException e) {
            throw requireNonNull(e.getCause());
          } finally {
            if (passes) {
              pass();
            }
          }
        });
  }

  @Override
  public void all(String name, int atOnce, List<Work> works) throws Halt, StoreException {
    if (works.isEmpty()) {
      return;
    }
    var group = new Group(works, Math.min(Math.min(atOnce, AT_ONCE), works.size()));
    for (int lane = 0; lane < group.running; lane++) {
      var turn = new Semaphore(0);
      ready.add(turn);
      Thread.ofVirtual().name(name + "-" + lane).start(() -> {
        turn.acquireUninterruptibly();
        group.drain();
      });
    }
    giveTurn();
    group.ended.acquireUninterruptibly();
    group.rethrow();
  }

  private void giveTurn() {
    ready.remove(random.nextInt(ready.size())).release();
  }

  private final class Group {
    private final Queue<Work> left;
    private final List<Exception> failures = new ArrayList<>();
    private final List<Error> errors = new ArrayList<>();
    private final Semaphore ended = new Semaphore(0);
    private int running;

    Group(List<Work> works, int lanes) {
      left = new ArrayDeque<>(works);
      running = lanes;
    }

    void drain() {
      for (Work work = left.poll(); work != null; work = left.poll()) {
        try {
          work.run();
        } catch (Halt | StoreException | RuntimeException e) {
          failures.add(e);
        } catch (Error e) {
          errors.add(e);
        }
      }
      if (--running == 0) {
        ended.release();
      } else {
        giveTurn();
      }
    }

    void rethrow() throws Halt, StoreException {
      if (!errors.isEmpty()) {
        throw errors.getFirst();
      }
      for (Exception failure : failures) {
        switch (failure) {
          case Halt halt -> throw halt;
          case StoreException store -> throw store;
          case RuntimeException bug -> throw bug;
          default -> throw new IllegalStateException(failure);
        }
      }
    }
  }
}
