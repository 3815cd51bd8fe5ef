package org.semcollector.app.ui.meters;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.settings.Settings;
import org.semcollector.app.ui.DirectTasks;
import org.semcollector.app.ui.FakeSite;
import org.semcollector.app.ui.RadioUse;
import org.semcollector.app.ui.UiServices;
import org.semcollector.app.ui.collect.CollectViewModel;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.HeardMeters;
import org.semcollector.app.wifi.manual.HandJoin;
import org.semcollector.app.wifi.manual.Nets;
import org.semcollector.protocol.meter.Ssid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Which meters are listed, and where.
class MeterListTest {
  private final Messages messages = new Messages(Locale.UK);
  private final DirectTasks tasks = new DirectTasks();
  private final List<AccessPoint> heard = new ArrayList<>();
  private final List<Ssid> visited = new ArrayList<>();
  private final FakeSite site = new FakeSite(6, Settings.DEFAULTS);

  @Test
  void nothingMovesWhileSomebodyPointsAtTheList() {
    MetersViewModel vm = list();
    vm.sortProperty().set(MeterSort.SIGNAL);
    hear(3, -50);
    vm.air().scan();
    assertEquals(List.of(3, 0, 1, 2, 4, 5), listed(vm));
    vm.hold(true);
    hear(5, -40);
    hear(40, -45);
    vm.air().scan();
    assertEquals(List.of(3, 0, 1, 2, 4, 5, 40), listed(vm));
    vm.hold(false);
    assertEquals(List.of(3, 5, 40, 0, 1, 2, 4), listed(vm));
  }

  @Test
  void scanningByHandSortsEvenUnderThePointer() {
    MetersViewModel vm = list();
    vm.sortProperty().set(MeterSort.SIGNAL);
    vm.hold(true);
    hear(4, -50);
    vm.air().scan();
    assertEquals(List.of(0, 1, 2, 3, 4, 5), listed(vm));
    vm.scan();
    assertEquals(List.of(4, 0, 1, 2, 3, 5), listed(vm));
  }

  @Test
  void filtersAndSearchLeaveWhatTheySayAndCountIt() {
    MetersViewModel vm = list();
    hear(0, -50);
    hear(2, -50);
    vm.air().scan();
    vm.filterProperty().set(MeterFilter.IN_RANGE);
    assertEquals(List.of(0, 2), listed(vm));
    vm.filterProperty().set(MeterFilter.DUE);
    assertEquals(List.of(2), listed(vm));
    vm.filterProperty().set(MeterFilter.UNPROVEN);
    assertEquals(List.of(1, 2, 4, 5), listed(vm));
    vm.filterProperty().set(MeterFilter.ATTENTION);
    assertEquals(List.of(1, 3), listed(vm));
    vm.queryProperty().set("work ca");
    assertEquals(List.of(1), listed(vm));
    vm.queryProperty().set("SEM-246f28abc003");
    assertEquals(List.of(3), listed(vm));
    assertEquals(1, vm.countsProperty().get().get(MeterFilter.ALL));
    vm.filterProperty().set(MeterFilter.ALL);
    vm.queryProperty().set("");
    vm.sortProperty().set(MeterSort.ATTENTION);
    assertEquals(List.of(3, 1), listed(vm).subList(0, 2));
  }

  @Test
  void aMeterIsJudgedOnceAsLongAsNothingChanged() {
    MetersViewModel vm = list();
    assertEquals(6, site.air.judged.size());
    vm.reload();
    vm.air().scan();
    assertEquals(6, site.air.judged.size());
    MeterItem bakery = vm.meters().getFirst();
    assertEquals(Verdict.WELL, bakery.verdict());
    assertEquals("112 → 113", new MeterWords(messages).firmware(bakery));
    assertEquals("in 5 years", new MeterWords(messages).memory(bakery, FakeSite.NOW));
  }

  @Test
  void allInRangeAreChosenAndCollected() {
    MetersViewModel vm = list();
    hear(1, -60);
    hear(4, -50);
    vm.air().scan();
    vm.selectInRange();
    vm.collectSelected();
    assertEquals(List.of(FakeSite.ssid(1), FakeSite.ssid(4)), visited);
  }

  @Test
  void aMeterJoinedByHandIsOfferedAndCollected() {
    site.air.joined = new HandJoin.Meter(FakeSite.ssid(2), Nets.on("wlan0", "10.0.0.2", 24),
        HandJoin.By.HARDWARE_ADDRESS);
    hear(2, -60);
    MetersViewModel vm = list();
    vm.air().scan();
    assertEquals(List.of(2), vm.meters().stream().filter(MeterItem::joined).map(MeterListTest::index).toList());
    vm.collectJoined();
    assertEquals(List.of(FakeSite.ssid(2)), visited);
  }

  @Test
  void aMeterIsCollectedByTheNameOnItsLabel() {
    MetersViewModel vm = list();
    assertTrue(vm.collectNamed("Bakery").orElseThrow().contains("SEM-24:6f:28"));
    assertEquals(List.of(), visited);
    assertEquals(Optional.empty(), vm.collectNamed(" sem-24:6F:28:ab:c0:05 "));
    assertEquals(List.of(FakeSite.ssid(5)), visited);
  }

  private MetersViewModel list() {
    UiServices services = site.services();
    var collect = new CollectViewModel((point, _, _) -> {
      visited.add(point.ssid());
      return CollectResult.failed(point.ssid(), "Out of range.");
    }, _ -> Optional.empty(), new RadioUse(), tasks, messages, () -> ErasePolicy.NEVER, () -> 0);
    var air = new AirViewModel(new HeardMeters(heard), services.air().byHand(), tasks, FakeSite.clock(), messages);
    var vm = new MetersViewModel(services.meters(), air, collect, services.air().insights(), tasks, FakeSite.clock(),
        messages, new Formats(messages, ZoneOffset.UTC));
    vm.reload();
    return vm;
  }

  private void hear(int index, int dbm) {
    heard.add(AccessPoint.heard(FakeSite.ssid(index), FakeSite.ssid(index).mac(), dbm));
  }

  private static List<Integer> listed(MetersViewModel vm) {
    return vm.listedProperty().get().stream().map(MeterListTest::index).toList();
  }

  private static int index(MeterItem item) {
    String ssid = item.ssid().value();
    return Integer.parseInt(ssid.substring(ssid.length() - 2), 16);
  }
}
