package org.semcollector.app.sync;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.sync.Trouble.NoSuchDevice;
import org.semcollector.app.sync.Trouble.NotAllowed;
import org.semcollector.app.sync.Trouble.NotThingsBoard;
import org.semcollector.app.sync.Trouble.Refused;
import org.semcollector.app.sync.Trouble.RetryLater;
import org.semcollector.app.sync.Trouble.SignInAgain;
import org.semcollector.app.sync.Trouble.TooLarge;

/// The one way requests of a run go out: few at a time, signed in again once, waited for, and stopped for all when the
/// server as a whole is of no use.
final class ServerCalls {
  /// Uploads in flight, and as many questions; more do not make ThingsBoard faster.
  static final int IN_FLIGHT = 4;
  /// So many requests given up without a success between them mean that the server is down, not one device's trouble.
  private static final int GIVEN_UP_IN_A_ROW = 3;

  private static final Duration REST = Duration.ofSeconds(1);

  private final TelemetryServer server;
  private final BackoffPolicy policy;
  private final Pause pause;
  private final RandomGenerator random;
  private final SyncListener listener;
  private final Semaphore uploads = new Semaphore(IN_FLIGHT);
  private final Semaphore questions = new Semaphore(IN_FLIGHT);
  private final ReentrantLock signingIn = new ReentrantLock();
  private final AtomicInteger signIns = new AtomicInteger();
  private final AtomicInteger givenUpInARow = new AtomicInteger();
  private volatile @Nullable String stopped;

  ServerCalls(TelemetryServer server, BackoffPolicy policy, Pause pause, RandomGenerator random,
      SyncListener listener) {
    this.server = server;
    this.policy = policy;
    this.pause = pause;
    this.random = random;
    this.listener = listener;
  }

  /// Signs in, as patiently as any request.
  void signIn() throws Halt {
    int failures = 0;
    while (true) {
      stopIfAsked();
      switch (server.signIn()) {
        case Answer.Ok(TelemetryServer.Identity _) -> {
          signIns.incrementAndGet();
          return;
        }
        case Answer.Not(RetryLater later) -> waitAfter(++failures, later);
        case Answer.Not(NotThingsBoard(String what)) -> throw stopRun(somethingElse(what));
        case Answer.Not(Trouble trouble) -> throw refused(trouble.reason());
      }
    }
  }

  /// A request whose answer is needed to go on; tried again as the policy says.
  <T> T get(Supplier<Answer<T>> request) throws Halt {
    int failures = 0;
    while (true) {
      switch (once(questions, request)) {
        case Answer.Ok<T>(T value) -> {
          return value;
        }
        case Answer.Not<T>(RetryLater later) -> waitAfter(++failures, later);
        case Answer.Not<T>(Trouble trouble) -> throw Halt.meter(stays(trouble.reason()));
      }
    }
  }

  /// One upload, with one new sign-in if the server wants it.
  ///
  /// @return Ok, or Not with what the caller must decide: retry later, too large, refused
  <T> Answer<T> upload(Supplier<Answer<T>> request) throws Halt {
    return once(uploads, request);
  }

  private <T> Answer<T> once(Semaphore permits, Supplier<Answer<T>> request) throws Halt {
    int signInsBefore = signIns.get();
    Answer<T> answer = send(permits, request);
    if (answer instanceof Answer.Not<T>(SignInAgain _)) {
      signInAfter(signInsBefore);
      answer = send(permits, request);
    }
    return switch (answer) {
      case Answer.Ok<T> ok -> {
        givenUpInARow.set(0);
        yield ok;
      }
      case Answer.Not<T>(SignInAgain(String reason)) -> throw refused(reason);
      case Answer.Not<T>(NotThingsBoard(String what)) -> throw stopRun(somethingElse(what));
      case Answer.Not<T>(NotAllowed(String reason)) -> throw Halt.meter(stays(reason));
      case Answer.Not<T>(NoSuchDevice(String reason)) -> throw Halt.meter(stays(reason));
      case Answer.Not<T>(RetryLater _),Answer.Not<T>(TooLarge _),Answer.Not<T>(Refused _) -> answer;
    };
  }

  /// Waits before the next try.
  ///
  /// @throws Halt when it is time to give up for this run
  void waitAfter(int failures, RetryLater later) throws Halt {
    var wait = policy.waitAfter(failures, later.after(), random);
    if (wait.isEmpty()) {
      if (givenUpInARow.incrementAndGet() >= GIVEN_UP_IN_A_ROW) {
        throw stopRun(stays(later.reason()));
      }
      throw Halt.meter(stays(later.reason()));
    }
    listener.waiting(later.reason());
    pause.pause(wait.get(), () -> listener.cancelled() || stopped != null);
    stopIfAsked();
  }

  /// @throws Halt when the run is cancelled or the server is of no use any more
  void stopIfAsked() throws Halt {
    String sentence = stopped;
    if (sentence != null) {
      throw Halt.run(sentence);
    }
    if (listener.cancelled()) {
      throw stopRun("Cancelled. Nothing is lost: what is not proven stays on this laptop; sync again to go on.");
    }
  }

  private <T> Answer<T> send(Semaphore permits, Supplier<Answer<T>> request) throws Halt {
    permits.acquireUninterruptibly();
    try {
      while (listener.paused() && !listener.cancelled() && stopped == null) {
        pause.pause(REST, () -> !listener.paused() || listener.cancelled());
      }
      stopIfAsked();
      return request.get();
    } finally {
      permits.release();
    }
  }

  // Several requests may learn at once that the sign-in ran out; one of them renews it.
  private void signInAfter(int signInsBefore) throws Halt {
    signingIn.lock();
    try {
      if (signIns.get() == signInsBefore) {
        signIn();
      }
    } finally {
      signingIn.unlock();
    }
  }

  private Halt refused(String reason) {
    String sentence = signInRefused(reason);
    stopped = sentence;
    return Halt.signIn(sentence);
  }

  private Halt stopRun(String sentence) {
    stopped = sentence;
    return Halt.run(sentence);
  }

  private static String somethingElse(String what) {
    return "Not ThingsBoard but " + what + " answered. Nothing was lost, all readings are on this laptop; "
        + "sign in to the network or check the server's address, then sync again.";
  }

  private static String signInRefused(String reason) {
    return "The server does not accept the sign-in: " + reason + ". All readings are safe on this laptop; "
        + "check the API key, or the user and the password, then sync again.";
  }

  static String stays(String reason) {
    return reason + ". What is not proven yet stays on this laptop; sync again later.";
  }
}
