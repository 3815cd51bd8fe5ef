package org.semcollector.app.sync.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.sync.Answer;
import org.semcollector.app.sync.KeyPin;
import org.semcollector.app.sync.SyncTarget;
import org.semcollector.app.sync.Trouble;
import org.semcollector.app.sync.server.TestStep.Kind;
import org.semcollector.app.sync.server.TestStep.Outcome;
import org.semcollector.app.task.Progress;

/// Tries a server step by step and says at each what was found, up to the first that stands in the way of the others.
public final class ConnectionTest {
  /// Server times are whole seconds and a round trip old.
  private static final Duration CLOCKS_AGREE = Duration.ofSeconds(5);

  private final ServerClient.Opener servers;
  private final ServerDevices devices;
  private final MeterStore meters;
  private final Clock clock;
  private final ServerSentences sentences;

  public ConnectionTest(ServerClient.Opener servers, MeterStore meters, Clock clock, ServerSentences sentences) {
    this.servers = servers;
    this.devices = new ServerDevices(servers, meters, sentences);
    this.meters = meters;
    this.clock = clock;
    this.sentences = sentences;
  }

  /// Tries a server.
  ///
  /// @param told each step as soon as it is known
  /// @return all steps that were tried
  public List<TestStep> run(SyncTarget target, Progress progress, Consumer<TestStep> told) throws StoreException {
    var steps = new ArrayList<TestStep>();
    Consumer<TestStep> both = step -> {
      steps.add(step);
      told.accept(step);
    };
    Optional<ServerIdentity> identity;
    try (ServerClient stranger = servers.open(target.withoutSignIn())) {
      identity = reach(target, stranger.identify(), both);
    }
    if (identity.isEmpty())
      return steps;
    if (target.canProve()) {
      try (ServerClient server = servers.open(target)) {
        if (signIn(server.identify(), both))
          compare(server, progress, both);
      }
    } else {
      both.accept(new TestStep(Kind.SIGN_IN, Outcome.SKIPPED, sentences.text("test.sign-in.skipped")));
    }
    both.accept(clock(identity.get().time()));
    return steps;
  }

  private Optional<ServerIdentity> reach(SyncTarget target, Answer<ServerIdentity> answer, Consumer<TestStep> told) {
    if (answer instanceof Answer.Not<ServerIdentity>(Trouble.RetryLater(_, Trouble.Cause cause, String reason))
        && (cause == Trouble.Cause.NOT_SENT || cause == Trouble.Cause.NO_REPLY)) {
      told.accept(failed(Kind.REACH, sentences.text("test.reach.failed", target.baseUri(), reason)));
      return Optional.empty();
    }
    told.accept(passed(Kind.REACH, sentences.text("test.reach.passed", target.baseUri())));
    switch (answer) {
      case Answer.Ok<ServerIdentity>(ServerIdentity identity) -> {
        told.accept(passed(Kind.THINGSBOARD, thingsBoard(identity)));
        return Optional.of(identity);
      }
      case Answer.Not<ServerIdentity>(Trouble.RetryLater later) ->
        told.accept(failed(Kind.THINGSBOARD, sentences.text("test.thingsboard.busy", later.reason())));
      case Answer.Not<ServerIdentity>(Trouble trouble) ->
        told.accept(failed(Kind.THINGSBOARD, sentences.text("test.thingsboard.failed", trouble.reason())));
    }
    return Optional.empty();
  }

  private String thingsBoard(ServerIdentity identity) {
    return sentences.text("test.thingsboard.passed", identity.version().isPresent() ? 1 : 0,
        identity.version().orElse(""), identity.key().isPresent() ? 1 : 0,
        identity.key().map(KeyPin::toString).orElse(""));
  }

  private boolean signIn(Answer<ServerIdentity> answer, Consumer<TestStep> told) {
    return switch (answer) {
      case Answer.Not<ServerIdentity>(Trouble.SignInAgain(String reason)) -> {
        told.accept(failed(Kind.SIGN_IN, sentences.text("test.sign-in.failed", reason)));
        yield false;
      }
      case Answer.Not<ServerIdentity>(Trouble trouble) -> {
        told.accept(failed(Kind.SIGN_IN, sentences.of(trouble)));
        yield false;
      }
      case Answer.Ok<ServerIdentity>(ServerIdentity identity) -> {
        var who = identity.who().orElse(new ServerIdentity.Who("", false));
        told.accept(passed(Kind.SIGN_IN, sentences.text("test.sign-in.passed", who.name(), who.tenantAdmin() ? 1 : 0)));
        yield true;
      }
    };
  }

  private void compare(ServerClient server, Progress progress, Consumer<TestStep> told) throws StoreException {
    List<ServerDevice> found;
    try {
      found = devices.list(server, progress);
    } catch (ServerException e) {
      told.accept(failed(Kind.DEVICES, sentences.text("test.devices.failed", String.valueOf(e.getMessage()))));
      return;
    }
    told.accept(passed(Kind.DEVICES, sentences.text("test.devices.passed", found.size())));
    Set<MeterRow> matched = new HashSet<>();
    found.forEach(device -> device.meter().ifPresent(matched::add));
    List<MeterRow> all = meters.meters();
    List<String> missing = all.stream().filter(meter -> !matched.contains(meter)).map(MeterRow::name).toList();
    told.accept(missing.isEmpty()
        ? passed(Kind.METERS, sentences.text("test.meters.passed", all.size()))
        : failed(Kind.METERS,
            sentences.text("test.meters.failed", missing.size(), all.size(), sentences.names(missing))));
  }

  private TestStep clock(Optional<Instant> server) {
    if (server.isEmpty())
      return new TestStep(Kind.CLOCK, Outcome.SKIPPED, sentences.text("test.clock.skipped"));
    Duration ahead = Duration.between(server.get(), clock.instant());
    return ahead.abs().compareTo(CLOCKS_AGREE) <= 0
        ? passed(Kind.CLOCK, sentences.text("test.clock.passed", CLOCKS_AGREE.toSeconds()))
        : failed(Kind.CLOCK,
            sentences.text("test.clock.failed", sentences.lag(ahead.abs()), ahead.isNegative() ? 0 : 1));
  }

  private static TestStep passed(Kind kind, String sentence) {
    return new TestStep(kind, Outcome.PASSED, sentence);
  }

  private static TestStep failed(Kind kind, String sentence) {
    return new TestStep(kind, Outcome.FAILED, sentence);
  }
}
