package org.semcollector.app.ui.collect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.meter.CollectStep;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.task.Progress;
import org.semcollector.app.ui.DirectTasks;
import org.semcollector.app.ui.FakeSite;
import org.semcollector.app.ui.FakeWalk;
import org.semcollector.app.ui.RadioUse;
import org.semcollector.app.ui.WalkUseCase;
import org.semcollector.app.ui.collect.Chime.Sound;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.walk.RouteEntry;
import org.semcollector.app.walk.StopState;
import org.semcollector.app.walk.WalkEvent;
import org.semcollector.app.walk.WalkListener;
import org.semcollector.app.walk.WalkPlan;
import org.semcollector.app.walk.WalkReport;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.protocol.meter.Ssid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What somebody who walks sees and hears.
class WalkViewModelTest {
  private static final Ssid BAKERY = FakeSite.ssid(0);
  private static final Ssid DENTIST = FakeSite.ssid(1);

  private final Messages messages = new Messages(Locale.UK);
  private final DirectTasks tasks = new DirectTasks();
  private final RadioUse radio = new RadioUse();
  private final List<Sound> sounds = new ArrayList<>();
  private final List<String> seen = new ArrayList<>();
  private final Told walk = new Told();
  private final WalkViewModel vm = new WalkViewModel(walk, radio, tasks, messages, () -> ErasePolicy.NEVER,
      ssid -> ssid.equals(BAKERY) ? "Bakery" : "Dentist", sounds::add);

  @Test
  void eachThingThatHappensIsAWordASentenceAndASound() {
    vm.phaseProperty().subscribe(phase -> seen.add(phase + ": " + vm.saysProperty().get()));
    vm.start();
    assertEquals(List.of(WalkPhase.READY, WalkPhase.LISTENING, WalkPhase.COLLECTING, WalkPhase.STAY, WalkPhase.WALK_ON,
        WalkPhase.STOPPED).stream().map(Enum::name).toList(),
        seen.stream().map(line -> line.substring(0, line.indexOf(':'))).toList());
    assertEquals(List.of(Sound.FAILED, Sound.WALK_ON, Sound.ENDED), sounds);
    assertEquals("One meter was collected; one is missing: Dentist. Whatever was collected is safe here.",
        vm.saysProperty().get());
    assertEquals(List.of("Dentist"), vm.missing());
    assertFalse(vm.runningProperty().get() || radio.takenProperty().get());
  }

  @Test
  void whoMutedItHearsNothing() {
    vm.mutedProperty().set(true);
    vm.start();
    assertEquals(List.of(), sounds);
  }

  @Test
  void aSiteIsWalkedByItsRouteAndElseWhateverIsMet() {
    vm.open();
    assertTrue(vm.openProperty().get());
    assertEquals(List.of(), vm.routeProperty().get());
    vm.siteProperty().set(Optional.of("Market street"));
    assertEquals(List.of("Bakery", "Dentist"), vm.routeProperty().get().stream().map(WalkItem::name).toList());
    vm.start();
    assertEquals(java.util.Set.of(BAKERY, DENTIST), walk.plan.route());
    assertFalse(walk.plan.endless());
    vm.siteProperty().set(Optional.empty());
    vm.start();
    assertTrue(walk.plan.endless());
  }

  @Test
  void withTheRadioTakenItDoesNotBegin() {
    assertTrue(radio.take());
    vm.start();
    assertFalse(vm.runningProperty().get());
    assertTrue(vm.saysProperty().get().startsWith("The radio is in use"), vm.saysProperty().get());
  }

  @Test
  void stoppingAsksTheWalkAndARunningOneCannotBePutAway() {
    tasks.holding = true;
    vm.open();
    vm.start();
    vm.close();
    assertTrue(vm.openProperty().get());
    vm.stop();
    assertTrue(tasks.cancelled);
  }

  @Test
  void tonesAreHeardAndEndInSilence() {
    byte[] samples = Tones.samples(880);
    int loudest = 0;
    for (int i = 0; i < samples.length; i += 2)
      loudest = Math.max(loudest, Math.abs((samples[i] & 0xff) | (samples[i + 1] << Byte.SIZE)));
    assertTrue(loudest > Short.MAX_VALUE / 2 && loudest < Short.MAX_VALUE, "loudest " + loudest);
    assertEquals(0, samples[samples.length - 1]);
  }

  /// Everything that can happen, once.
  private static final class Told implements WalkUseCase {
    private WalkPlan plan = WalkPlan.everything();

    @Override
    public SortedMap<String, List<Ssid>> sites() {
      return new TreeMap<>(java.util.Map.of("Market street", List.of(BAKERY, DENTIST)));
    }

    @Override
    public List<RouteEntry> route(WalkPlan wanted) {
      return wanted.route().stream().map(ssid -> FakeWalk.entry(ssid, StopState.NOT_SEEN)).toList();
    }

    @Override
    public WalkReport run(WalkPlan wanted, ErasePolicy erase, WalkListener listener, Progress progress) {
      plan = wanted;
      List<RouteEntry> last = List.of(FakeWalk.entry(BAKERY, StopState.DONE),
          FakeWalk.entry(DENTIST, StopState.FAILED));
      AccessPoint dentist = AccessPoint.heard(DENTIST, DENTIST.mac(), -60);
      listener.on(new WalkEvent.Heard(List.of(dentist), route(wanted)));
      listener.on(new WalkEvent.Visiting(dentist));
      CollectListener visit = listener.visit(DENTIST);
      visit.step(CollectStep.DOWNLOAD);
      listener.on(new WalkEvent.Visited(CollectResult.failed(DENTIST, "It fell silent."), true, last));
      listener.on(new WalkEvent.Staying(List.of(DENTIST), Duration.ofSeconds(10)));
      listener.on(new WalkEvent.WalkOn(List.of(DENTIST)));
      return new WalkReport(WalkReport.Ending.CANCELLED, List.of(), last, Optional.empty());
    }
  }
}
