package org.semcollector.app.ui.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semcollector.app.correct.FakeStore;
import org.semcollector.app.correct.PlacedOutage;
import org.semcollector.app.correct.Settlement;
import org.semcollector.app.correct.TimeCorrections;
import org.semcollector.app.correct.TimeLine;
import org.semcollector.app.correct.VisitedMeter;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.ui.DirectTasks;
import org.semcollector.app.ui.fx.Messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What the Time screen does, without a toolkit.
class TimeViewModelTest {
  private final DirectTasks tasks = new DirectTasks();
  private final FakeStore store = VisitedMeter.sample();
  private final Settlement settlement = new Settlement(store.stores(), store,
      Clock.fixed(Instant.parse("2026-07-01T00:00:00Z"), ZoneOffset.UTC));
  private final TimeViewModel vm = new TimeViewModel(new TimeCorrections(store.stores(), store, settlement), tasks,
      new Messages(Locale.UK));
  private MeterRow meter;
  private int changes;

  @BeforeEach
  void show() throws Exception {
    settlement.all();
    meter = store.meters().getFirst();
    vm.onChanged(() -> changes++);
    vm.show(Optional.of(meter));
  }

  private TimeLine line() {
    return vm.shownProperty().get().orElseThrow().line();
  }

  private PlacedOutage select(int index) {
    PlacedOutage outage = vm.outages().get(index);
    vm.select(Optional.of(outage));
    return outage;
  }

  @Test
  void anotherMethodIsLookedAtFirstAndCountsWhenApplied() {
    TimeLine before = line();
    vm.choose(Optional.of("none"));
    assertEquals(before, line());
    Pending pending = vm.pendingProperty().get().orElseThrow();
    assertTrue(pending.preview().moved() > 0);
    vm.apply();
    assertNotEquals(before, line());
    assertEquals(pending.line(), line());
    assertEquals(1, changes);
    assertTrue(vm.pendingProperty().get().isEmpty());
    assertTrue(vm.shownProperty().get().orElseThrow().canUndo());
    vm.undo();
    assertEquals(before, line());
    assertEquals(2, changes);
    assertFalse(vm.shownProperty().get().orElseThrow().canUndo());
  }

  @Test
  void choosingWhatCountsIsNoChange() {
    vm.choose(Optional.of("none"));
    vm.choose(Optional.empty());
    assertTrue(vm.pendingProperty().get().isEmpty());
  }

  @Test
  void typedTimesPinAnOutageThatStaysChosenAndCanBeTakenBack() {
    PlacedOutage outage = select(1);
    assertEquals(TypedTime.text(outage.from().at(), ZoneOffset.UTC), vm.fromProperty().get());
    vm.fromProperty().set("2026-04-13 14:00");
    vm.toProperty().set("2026-04-13 19:00");
    assertTrue(vm.pinnableBinding().get());
    vm.pinTyped();
    assertEquals("", vm.problemProperty().get());
    PlacedOutage pinned = vm.selectedProperty().get().orElseThrow();
    assertEquals(outage.bootMillis(), pinned.bootMillis());
    assertEquals(PlacedOutage.Sureness.PINNED, pinned.sureness());
    assertEquals(Instant.parse("2026-04-13T14:00:00Z"), pinned.from().at());
    vm.unpin();
    assertTrue(vm.pendingProperty().get().isEmpty(), "without the pin it is as it was");
    assertEquals(outage, vm.selectedProperty().get().orElseThrow());
  }

  @Test
  void whatCannotBeIsSaidAndNothingIsConsidered() {
    PlacedOutage outage = select(1);
    vm.pin(outage, outage.to().at(), outage.to().at().plus(Duration.ofDays(40)));
    assertTrue(vm.problemProperty().get().startsWith("That cannot be."), vm.problemProperty().get());
    assertTrue(vm.pendingProperty().get().isEmpty());
    vm.discard();
    assertEquals("", vm.problemProperty().get());
  }

  @Test
  void onlyTimesCanBePinned() {
    select(0);
    vm.fromProperty().set("yesterday");
    assertFalse(vm.pinnableBinding().get());
    vm.pinTyped();
    assertTrue(vm.problemProperty().get().contains("2026-11-20 09:00"), vm.problemProperty().get());
    vm.fromProperty().set("2026-02-30 10:00");
    assertFalse(vm.pinnableBinding().get(), "there is no such day");
  }

  @Test
  void aLateAnswerForAnotherMeterIsNotShown() {
    tasks.holding = true;
    vm.choose(Optional.of("none"));
    vm.show(Optional.empty());
    tasks.goOn();
    assertTrue(vm.pendingProperty().get().isEmpty());
    assertTrue(vm.shownProperty().get().isEmpty());
  }

  @Test
  void aFailureSaysThatTheTimesAreAsTheyWere() {
    vm.choose(Optional.of("none"));
    store.breakDown();
    vm.apply();
    assertTrue(vm.problemProperty().get().contains("The disk is full."), vm.problemProperty().get());
    assertFalse(vm.busyProperty().get());
  }
}
