package org.semcollector.app.walk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.protocol.meter.Ssid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WalkDecisionTest {
  private static final Instant NOW = Instant.parse("2026-11-20T14:00:00Z");
  private static final Duration EVERY = Duration.ofHours(12);
  private static final List<Ssid> METERS = meters(6);
  private static final WalkPlan ROUTE = WalkPlan.route(METERS);

  @Test
  void theMostOverdueComesFirstAndOfTheseTheStrongest() {
    WalkState state = state(collected(0, EVERY.plusHours(1)), collected(1, EVERY.multipliedBy(5)),
        collected(2, EVERY.multipliedBy(5).plusHours(2)));
    assertVisits(1, state, heard(0, -40), heard(1, -60), heard(2, -70));
  }

  @Test
  void oneThatWasNeverCollectedIsTheMostOverdue() {
    assertVisits(3, state(collected(0, Duration.ofDays(90))), heard(0, -40), heard(3, -75));
  }

  @Test
  void oneThatIsHardlyHeardWaitsUntilItIsNearerOrAlone() {
    assertVisits(0, state(collected(0, EVERY)), heard(0, -60), heard(3, -85));
    assertVisits(3, state(), heard(3, -85));
  }

  @Test
  void oneThatFailedComesAfterThoseThatWereNotTried() {
    WalkState state = state().visited(failed(0), true, ROUTE, NOW.minusSeconds(60));
    assertVisits(1, state, heard(0, -40), heard(1, -80));
    assertVisits(0, state, heard(0, -40));
  }

  @Test
  void aGenuineMeterIsChosenBeforeAnImpostorThatIsStronger() {
    AccessPoint impostor = AccessPoint.heard(METERS.get(0), "de:ad:be:ef:00:01", -30);
    assertVisits(0, state(), impostor, heard(0, -70));
    assertEquals(new WalkAction.Visit(impostor), WalkDecision.next(state(), ROUTE, List.of(impostor), NOW));
  }

  @Test
  void anAccessPointThatFadesIsNotVisited() {
    AccessPoint fading = new AccessPoint(METERS.get(0), Optional.of(METERS.get(0).mac()), -40,
        AccessPoint.Security.OPEN, OptionalInt.empty(), Optional.of(Duration.ofSeconds(40)), OptionalLong.empty());
    assertInstanceOf(WalkAction.WalkOn.class, WalkDecision.next(state(), ROUTE, List.of(fading), NOW));
  }

  @Test
  void nothingDueInRangeMeansWalkOnWithThoseThatAreMissing() {
    WalkState state = state().visited(done(0), true, ROUTE, NOW.minusSeconds(5));
    assertEquals(new WalkAction.WalkOn(METERS.subList(1, 6)),
        WalkDecision.next(state, ROUTE, List.of(heard(0, -40)), NOW));
    assertEquals(new WalkAction.WalkOn(List.of()),
        WalkDecision.next(state, WalkPlan.everything(), List.of(heard(0, -40)), NOW));
  }

  @Test
  void oneThatFailedJustNowIsWaitedFor() {
    WalkState state = state().visited(failed(0), true, ROUTE, NOW.minusSeconds(4));
    assertEquals(new WalkAction.Stay(List.of(METERS.get(0)), Duration.ofSeconds(6)),
        WalkDecision.next(state, ROUTE, List.of(heard(0, -40)), NOW));
    WalkState twice = state.visited(failed(0), true, ROUTE, NOW);
    assertEquals(new WalkAction.Stay(List.of(METERS.get(0)), Duration.ofSeconds(20)),
        WalkDecision.next(twice, ROUTE, List.of(heard(0, -40)), NOW));
  }

  @Test
  void afterItsLimitAMeterIsGivenUpAndInTheNextIntervalTriedAnew() {
    WalkState state = state();
    for (int i = 0; i < WalkPlan.MOST_TRIES; i++)
      state = state.visited(failed(0), true, ROUTE, NOW.plusSeconds(i));
    assertEquals(new WalkAction.WalkOn(METERS.subList(1, 6)),
        WalkDecision.next(state, ROUTE, List.of(heard(0, -40)), NOW.plusSeconds(3600)));
    Instant later = NOW.plus(EVERY).plusSeconds(3);
    assertEquals(new WalkAction.Visit(heard(0, -40)),
        WalkDecision.next(state, ROUTE, List.of(heard(0, -40)), later));
    assertEquals(1, state.visited(failed(0), true, ROUTE, later).stop(METERS.get(0)).tries());
  }

  @Test
  void aWrongPasswordIsNotTriedAgain() {
    WalkState state = state().visited(failed(0), false, ROUTE, NOW);
    assertTrue(state.stop(METERS.get(0)).isSettled(ROUTE, NOW));
    assertEquals(StopState.FAILED, state.stop(METERS.get(0)).state(ROUTE, NOW, NOW));
    WalkState again = state.with(METERS.get(0), WalkStop::again);
    assertVisits(0, again, heard(0, -40));
  }

  @Test
  void aWalkIsCompleteWhenEveryMeterWasVisitedOrGivenUp() {
    WalkState state = state();
    for (int i = 0; i < 6; i++)
      state = state.visited(i == 2 ? failed(i) : done(i), i != 2, ROUTE, NOW);
    assertEquals(new WalkAction.Finish(), WalkDecision.next(state, ROUTE, List.of(heard(0, -40)), NOW));
    assertEquals(new WalkAction.Finish(), WalkDecision.next(state, ROUTE, List.of(), NOW));
  }

  @Test
  void metersOfElsewhereArePassedBy() {
    WalkPlan plan = ROUTE.without(java.util.Set.of(meters(8).get(7)));
    assertInstanceOf(WalkAction.WalkOn.class, WalkDecision.next(state(), plan, List.of(heard(7, -30)), NOW));
  }

  @Test
  void whatWasCollectedOtherwiseIsNotDue() {
    WalkState state = state().visited(failed(0), false, ROUTE, NOW.minusSeconds(60)).with(METERS.get(0),
        stop -> stop.collected(NOW.minusSeconds(30)));
    assertEquals(StopState.DONE, state.stop(METERS.get(0)).state(ROUTE, NOW, NOW));
    assertInstanceOf(WalkAction.WalkOn.class, WalkDecision.next(state, ROUTE, List.of(heard(0, -40)), NOW));
  }

  @Test
  void theListShowsWhereEachMeterStands() {
    WalkState state = state().met(List.of(heard(3, -50), heard(7, -60)), NOW).visited(done(0), true, ROUTE, NOW)
        .visited(partly(1), true, ROUTE, NOW).visited(failed(2), true, ROUTE, NOW);
    List<RouteEntry> route = state.route(ROUTE, List.of(heard(3, -50)), NOW);
    assertEquals(List.of(StopState.DONE, StopState.PARTLY, StopState.FAILED, StopState.WAITING, StopState.NOT_SEEN,
        StopState.NOT_SEEN, StopState.WAITING), route.stream().map(RouteEntry::state).toList());
    assertEquals(List.of(3),
        java.util.stream.IntStream.range(0, 7).filter(i -> route.get(i).inRange()).boxed().toList());
    assertFalse(route.get(6).onRoute());
    assertEquals("It failed.", route.get(2).stop().reason());
  }

  /// Whatever is heard and however visits end: no meter is visited twice within the interval after it was collected,
  /// none more often than allowed, every one that stays in range is visited or given up, and the walk comes to its end.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyWalkKeepsItsPromises(long seed) {
    var random = new SplittableRandom(seed);
    List<Ssid> meters = meters(3 + random.nextInt(12));
    WalkPlan plan = WalkPlan.route(meters).withEvery(Duration.ofMinutes(30 + random.nextInt(600)));
    WalkState state = WalkState.begin(NOW, List.of(), plan);
    Map<Ssid, Instant> settledAt = new HashMap<>();
    Map<Ssid, Integer> tries = new HashMap<>();
    Instant now = NOW;
    boolean finished = false;
    for (int step = 0; step < 4000 && !finished; step++) {
      List<AccessPoint> heard = heard(meters, random, step > 2000);
      WalkAction action = WalkDecision.next(state.met(heard, now), plan, heard, now);
      assertEquals(action, WalkDecision.next(state.met(heard, now), plan, heard, now), "the same again");
      switch (action) {
        case WalkAction.Visit(AccessPoint point) -> {
          Ssid ssid = point.ssid();
          assertTrue(heard.contains(point));
          Instant last = settledAt.get(ssid);
          assertTrue(last == null || !last.plus(plan.every()).isAfter(now), "twice within the interval");
          if (last != null)
            tries.remove(ssid);
          now = now.plusSeconds(1 + random.nextInt(60));
          boolean fails = random.nextInt(3) == 0;
          boolean hopeless = fails && random.nextInt(4) == 0;
          state = state.visited(fails ? failed(ssid) : result(ssid, CollectResult.State.DONE), !hopeless, plan, now);
          int tried = tries.merge(ssid, 1, Integer::sum);
          assertTrue(tried <= plan.mostTries(), ssid + " was tried " + tried + " times");
          if (!fails || hopeless || tried == plan.mostTries())
            settledAt.put(ssid, now);
        }
        case WalkAction.Stay(var waiting, Duration in) -> {
          assertTrue(in.isPositive() && !waiting.isEmpty());
          now = now.plus(in);
        }
        case WalkAction.WalkOn(var missing) -> {
          Instant at = now;
          assertEquals(meters.stream().filter(ssid -> !isSettled(settledAt.get(ssid), plan, at)).toList(), missing);
          now = now.plusSeconds(1);
        }
        case WalkAction.Finish _ -> finished = true;
      }
    }
    assertTrue(finished, "the walk never ends");
    assertEquals(new java.util.HashSet<>(meters), settledAt.keySet());
  }

  private static boolean isSettled(@Nullable Instant settledAt, WalkPlan plan, Instant now) {
    return settledAt != null && settledAt.plus(plan.every()).isAfter(now);
  }

  private static List<AccessPoint> heard(List<Ssid> meters, SplittableRandom random, boolean all) {
    var heard = new ArrayList<AccessPoint>();
    for (Ssid ssid : meters) {
      if (all || random.nextInt(5) == 0)
        heard.add(AccessPoint.heard(ssid, ssid.mac(), -40 - random.nextInt(50)));
    }
    return heard;
  }

  private static void assertVisits(int meter, WalkState state, AccessPoint... heard) {
    WalkAction action = WalkDecision.next(state, ROUTE, List.of(heard), NOW);
    assertEquals(meters(8).get(meter), assertInstanceOf(WalkAction.Visit.class, action).meter().ssid());
    assertFalse(((WalkAction.Visit) action).meter().isImpostor());
  }

  private static WalkState state(WalkStop... stops) {
    return WalkState.begin(NOW.minusSeconds(600), List.of(stops), ROUTE);
  }

  private static WalkStop collected(int meter, Duration ago) {
    return WalkStop.unknown(METERS.get(meter)).collected(NOW.minus(ago));
  }

  private static AccessPoint heard(int meter, int signalDbm) {
    Ssid ssid = meters(8).get(meter);
    return AccessPoint.heard(ssid, ssid.mac(), signalDbm);
  }

  private static CollectResult done(int meter) {
    return result(METERS.get(meter), CollectResult.State.DONE);
  }

  private static CollectResult partly(int meter) {
    return result(METERS.get(meter), CollectResult.State.PARTLY);
  }

  private static CollectResult failed(int meter) {
    return failed(METERS.get(meter));
  }

  private static CollectResult failed(Ssid ssid) {
    return CollectResult.failed(ssid, "It failed.");
  }

  private static CollectResult result(Ssid ssid, CollectResult.State state) {
    return new CollectResult(ssid, state, 1, 0, true, Optional.empty(), Optional.empty(), Optional.empty(), 0,
        Optional.empty(), "It is done.");
  }

  private static List<Ssid> meters(int many) {
    var meters = new ArrayList<Ssid>();
    for (int i = 0; i < many; i++)
      meters.add(new Ssid(String.format(Locale.ROOT, "SEM-24:6f:28:00:00:%02x", i)));
    return meters;
  }
}
