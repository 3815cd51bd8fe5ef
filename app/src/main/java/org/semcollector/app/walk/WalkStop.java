package org.semcollector.app.walk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.protocol.meter.Ssid;

/// What is known of one meter on walks. Everything in it outlives the program.
///
/// @param outcome how its last visit on a walk ended; empty before the first
/// @param reason the sentence of that visit; empty before the first
/// @param tries visits that failed since it was collected, or since it was due again
/// @param hopeless its last failure is not mended by trying again, a wrong password
/// @param triedAt when that visit ended
/// @param collectedAt when its readings were last made safe here, on a walk or otherwise
/// @param seenAt when it was last met
public record WalkStop(
    Ssid ssid,
    Optional<CollectResult.State> outcome,
    String reason,
    int tries,
    boolean hopeless,
    Optional<Instant> triedAt,
    Optional<Instant> collectedAt,
    Optional<Instant> seenAt) {
  /// A meter nobody has met yet.
  public static WalkStop unknown(Ssid ssid) {
    return new WalkStop(ssid, Optional.empty(), "", 0, false, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// It was met.
  public WalkStop met(Instant at) {
    return new WalkStop(ssid, outcome, reason, tries, hopeless, triedAt, collectedAt, Optional.of(at));
  }

  /// Its readings were made safe at some time, perhaps not on a walk.
  public WalkStop collected(Instant at) {
    boolean later = collectedAt.filter(known -> !known.isBefore(at)).isEmpty();
    return later ? new WalkStop(ssid, outcome, reason, tries, hopeless, triedAt, Optional.of(at), seenAt) : this;
  }

  /// A visit ended.
  ///
  /// @param mendable whether trying again may help, when it failed
  WalkStop visited(CollectResult result, boolean mendable, WalkPlan plan, Instant at) {
    if (result.state() != CollectResult.State.FAILED) {
      return new WalkStop(ssid, Optional.of(result.state()), result.sentence(), 0, false, Optional.of(at),
          Optional.of(at), Optional.of(at));
    }
    boolean fresh = triedAt.filter(last -> last.plus(plan.every()).isAfter(at)).isEmpty();
    return new WalkStop(ssid, Optional.of(result.state()), result.sentence(), (fresh ? 0 : tries) + 1, !mendable,
        Optional.of(at), collectedAt, seenAt);
  }

  /// Somebody wants a failed meter tried again.
  public WalkStop again() {
    return lastFailed()
        ? new WalkStop(ssid, Optional.empty(), "", 0, false, Optional.empty(), collectedAt, seenAt)
        : this;
  }

  /// From when on it is to be visited.
  Instant dueAt(WalkPlan plan) {
    Instant collected = collectedAt.map(at -> at.plus(plan.every())).orElse(Instant.MIN);
    if (!lastFailed())
      return collected;
    Duration pause = isGivenUp(plan) ? plan.every() : plan.pauseAfter(tries);
    Instant retry = triedAt.orElse(Instant.MIN).plus(pause);
    return retry.isAfter(collected) ? retry : collected;
  }

  /// Whether nothing is left to do before its interval has passed.
  boolean isSettled(WalkPlan plan, Instant now) {
    return dueAt(plan).isAfter(now) && (!lastFailed() || isGivenUp(plan));
  }

  /// @param walkBegan what was met before counts as not met yet
  StopState state(WalkPlan plan, Instant walkBegan, Instant now) {
    if (lastFailed() && triedAt.filter(at -> at.plus(plan.every()).isAfter(now)).isPresent())
      return StopState.FAILED;
    if (collectedAt.isPresent() && collectedAt.get().plus(plan.every()).isAfter(now))
      return outcome.equals(Optional.of(CollectResult.State.PARTLY)) ? StopState.PARTLY : StopState.DONE;
    return seenAt.filter(at -> !at.isBefore(walkBegan)).isPresent() ? StopState.WAITING : StopState.NOT_SEEN;
  }

  /// Whether its last visit failed and nobody collected it since.
  private boolean lastFailed() {
    return outcome.equals(Optional.of(CollectResult.State.FAILED))
        && collectedAt.filter(at -> triedAt.isPresent() && at.isAfter(triedAt.get())).isEmpty();
  }

  private boolean isGivenUp(WalkPlan plan) {
    return hopeless || tries >= plan.mostTries();
  }
}
