package org.semcollector.app.ui;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.semcollector.app.chart.ChartReview;
import org.semcollector.app.chart.Period;
import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.meter.CollectStep;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.settings.Settings;
import org.semcollector.app.settings.SettingsStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.ui.charts.ChartsViewModel;
import org.semcollector.app.ui.collect.CollectTarget;
import org.semcollector.app.ui.collect.CollectViewModel;
import org.semcollector.app.ui.collect.MeterState;
import org.semcollector.app.ui.collect.StepItem;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.meters.AirViewModel;
import org.semcollector.app.ui.meters.MeterItem;
import org.semcollector.app.ui.meters.MetersViewModel;
import org.semcollector.app.ui.meters.WifiState;
import org.semcollector.app.ui.settings.SettingsViewModel;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.protocol.meter.Ssid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What the screens do, without a toolkit.
class ViewModelsTest {
  private final DirectTasks tasks = new DirectTasks();
  private final Messages messages = new Messages(Locale.UK);
  private final Formats formats = new Formats(messages, ZoneOffset.UTC);

  @Test
  void metersInRangeAndKnownAreOneListByName() {
    MetersViewModel meters = meters(4, (point, erase, listener) -> done(point));
    meters.reload();
    assertEquals(List.of(MeterState.NOT_SEEN), states(meters));
    meters.scan();
    assertEquals(List.of("Bakery", "Carpenter’s workshop", "Dentist", "Electronics repair"),
        meters.meters().stream().map(MeterItem::name).toList());
    assertEquals(List.of(MeterState.IN_RANGE, MeterState.NOT_SEEN), states(meters));
    assertTrue(meters.meters().getFirst().fresh());
    assertEquals(Optional.of("2 h ago"), meters.meters().get(1).lastCollected());
    assertTrue(meters.anyReadingsProperty().get());
    assertEquals(411, meters.unprovenProperty().get());
    assertEquals(List.of("Bakery"), meters.selectedProperty().get().stream().map(MeterItem::name).toList());
  }

  @Test
  void untilSomebodyChoseTheFirstMeterIsShownAndAChoiceStays() {
    MetersViewModel meters = meters(4, (point, erase, listener) -> done(point));
    meters.scan();
    meters.reload();
    assertEquals(List.of("Bakery"), meters.selectedProperty().get().stream().map(MeterItem::name).toList());
    meters.select(List.of(FakeSite.ssid(2)));
    meters.collectAll();
    assertEquals(List.of("Dentist"), meters.selectedProperty().get().stream().map(MeterItem::name).toList());
    assertEquals(MeterState.DONE, meters.selectedProperty().get().getFirst().state());
  }

  @Test
  void aLaptopWithoutWifiSaysSo() {
    MetersViewModel meters = meters(0, (point, erase, listener) -> done(point));
    meters.scan();
    assertEquals(WifiState.NO_SERVICE, meters.air().stateProperty().get());
    assertTrue(meters.air().problemProperty().get().contains("cannot steer its Wi-Fi"));
    assertFalse(meters.air().scanningProperty().get());
  }

  @Test
  void collectingGoesThroughTheStepsOneMeterAfterTheOther() {
    List<List<StepItem.State>> ladders = new ArrayList<>();
    List<CollectViewModel> made = new ArrayList<>();
    CollectViewModel collect = visits((point, erase, listener) -> {
      listener.step(CollectStep.DOWNLOAD);
      listener.bytes(CollectStep.DOWNLOAD).at(600, 600);
      assertEquals(20, made.getFirst().transferProperty().get().records());
      ladders.add(made.getFirst().steps().stream().map(StepItem::state).toList());
      return done(point);
    });
    made.add(collect);
    collect.collect(List.of(target(0), target(1)));
    assertEquals(2, ladders.size());
    assertEquals(List.of(StepItem.State.PASSED, StepItem.State.PASSED, StepItem.State.RUNNING, StepItem.State.AHEAD),
        ladders.getFirst().subList(0, 4));
    assertFalse(collect.runningProperty().get());
    assertEquals(MeterState.DONE, collect.states().get(FakeSite.ssid(1)));
    assertEquals(FakeSite.ssid(1), collect.resultProperty().get().orElseThrow().ssid());
  }

  @Test
  void theResultOfEveryVisitedMeterCanBeLookedAt() {
    CollectViewModel collect = visits((point, erase, listener) -> {
      if (point.ssid().equals(FakeSite.ssid(0)))
        throw new IllegalStateException("out of range");
      return done(point);
    });
    collect.collect(List.of(target(0), target(1)));
    collect.choose(Optional.of(FakeSite.ssid(0)));
    assertEquals(CollectResult.State.FAILED, collect.resultProperty().get().orElseThrow().state());
    assertEquals(FakeSite.ssid(0), collect.targetProperty().get().orElseThrow().accessPoint().ssid());
    collect.choose(Optional.of(FakeSite.ssid(2)));
    assertEquals(Optional.empty(), collect.targetProperty().get());
    collect.choose(Optional.of(FakeSite.ssid(1)));
    assertEquals(CollectResult.State.DONE, collect.resultProperty().get().orElseThrow().state());
    collect.dismiss();
    collect.choose(Optional.of(FakeSite.ssid(1)));
    assertEquals(Optional.empty(), collect.resultProperty().get());
  }

  @Test
  void aMeterIsNotVisitedTwiceAtATimeAndCancellingForgetsTheWaitingOnes() {
    tasks.holding = true;
    CollectViewModel collect = visits((point, erase, listener) -> done(point));
    collect.collect(List.of(target(0), target(0), target(1)));
    assertEquals(1, tasks.names.size());
    collect.cancel();
    assertTrue(tasks.cancelled && collect.cancellingProperty().get());
    assertEquals(java.util.Set.of(FakeSite.ssid(0)), collect.states().keySet());
    tasks.goOn();
    assertEquals(1, tasks.names.stream().filter(name -> name.startsWith("Collecting")).count());
    assertFalse(collect.runningProperty().get());
  }

  @Test
  void aVisitThatBreaksIsAFailedOneWithASentence() {
    CollectViewModel collect = visits((point, erase, listener) -> {
      listener.step(CollectStep.SAVE);
      throw new IllegalStateException("disk gone");
    });
    collect.collect(List.of(target(0)));
    CollectResult result = collect.resultProperty().get().orElseThrow();
    assertEquals(CollectResult.State.FAILED, result.state());
    assertTrue(result.sentence().contains("disk gone") && result.sentence().contains("kept"), result.sentence());
    assertTrue(collect.steps().contains(new StepItem(CollectStep.SAVE, StepItem.State.STOPPED)));
  }

  @Test
  void chartsBeginWithTheMonthOfTheNewestReadingAndDrillDown() throws StoreException {
    ChartsViewModel charts = charts();
    assertEquals(new Period(Period.Kind.MONTH, LocalDate.of(2024, 6, 1)), charts.periodProperty().get());
    assertTrue(charts.newestProperty().get());
    assertEquals(30, charts.contentProperty().get().orElseThrow().bars().bars().size());
    charts.open(6);
    assertEquals(new Period(Period.Kind.DAY, LocalDate.of(2024, 6, 7)), charts.periodProperty().get());
    assertEquals(24, charts.contentProperty().get().orElseThrow().bars().bars().size());
    charts.open(3);
    assertEquals(Period.Kind.DAY, charts.periodProperty().get().kind());
    charts.up();
    charts.up();
    assertEquals(new Period(Period.Kind.YEAR, LocalDate.of(2024, 1, 1)), charts.periodProperty().get());
    charts.up();
    charts.up();
    assertEquals(Period.Kind.ALL, charts.periodProperty().get().kind());
    assertEquals(LocalDate.of(2024, 6, 21), charts.periodProperty().get().end());
    charts.choose(Period.Kind.YEAR);
    charts.next();
    assertEquals(2024, charts.periodProperty().get().first().getYear());
    charts.previous();
    assertFalse(charts.newestProperty().get());
    charts.now();
    assertEquals(2024, charts.periodProperty().get().first().getYear());
    charts.choose(Period.Kind.DAY);
    assertEquals(LocalDate.of(2024, 6, 20), charts.periodProperty().get().first());
  }

  @Test
  void anOlderAnswerNeverReplacesANewerQuestion() throws StoreException {
    ChartsViewModel charts = charts();
    tasks.holding = true;
    charts.previous();
    charts.previous();
    tasks.goOn();
    assertTrue(charts.loadingProperty().get());
    assertEquals(LocalDate.of(2024, 6, 1), charts.contentProperty().get().orElseThrow().period().first());
    tasks.goOn();
    assertEquals(LocalDate.of(2024, 4, 1), charts.contentProperty().get().orElseThrow().period().first());
  }

  @Test
  void settingsHoldAtOnceAndTheLastOneIsSaved() {
    List<Settings> saved = new ArrayList<>();
    SettingsViewModel settings = settings(saved);
    tasks.holding = true;
    settings.change(now -> now.withTextScale(1.5));
    settings.change(now -> now.withTheme(Settings.Theme.DARK));
    settings.change(now -> now.withEraseWhenProven(false));
    assertEquals(ErasePolicy.NEVER, settings.erasePolicy());
    tasks.goOn();
    tasks.goOn();
    assertEquals(2, saved.size());
    assertEquals(settings.settingsProperty().get(), saved.getLast());
  }

  private ChartsViewModel charts() throws StoreException {
    UiServices services = new FakeSite(3, Settings.DEFAULTS).services();
    ChartsViewModel charts = new ChartsViewModel(
        new ChartReview(services.buckets(), services.readings(), services.marks(), Locale.UK), tasks, services.clock(),
        ZoneOffset.UTC, messages, formats);
    charts.show(services.meters().meters());
    return charts;
  }

  private CollectViewModel visits(CollectUseCase useCase) {
    return new CollectViewModel(useCase, _ -> Optional.empty(), new RadioUse(), tasks, messages,
        () -> ErasePolicy.NEVER, () -> 0);
  }

  private MetersViewModel meters(int count, CollectUseCase useCase) {
    UiServices services = new FakeSite(count, Settings.DEFAULTS).services();
    CollectViewModel collect = visits(useCase);
    AirViewModel air = new AirViewModel(services.wifi(), services.air().byHand(), tasks, services.clock(), messages);
    return new MetersViewModel(services.meters(), air, collect, services.air().insights(), tasks, services.clock(),
        messages, formats);
  }

  private SettingsViewModel settings(List<Settings> saved) {
    return new SettingsViewModel(new SettingsStore() {
      @Override
      public Settings load() {
        return Settings.DEFAULTS;
      }

      @Override
      public void save(Settings changed) throws IOException {
        saved.add(changed);
      }
    }, tasks, messages);
  }

  private static List<MeterState> states(MetersViewModel meters) {
    return meters.meters().stream().map(MeterItem::state).distinct().toList();
  }

  private static CollectTarget target(int index) {
    Ssid ssid = FakeSite.ssid(index);
    return new CollectTarget("m" + index, AccessPoint.heard(ssid, ssid.mac(), -50));
  }

  private static CollectResult done(AccessPoint point) {
    return new CollectResult(point.ssid(), CollectResult.State.DONE, 1, 0, true, Optional.empty(), Optional.empty(),
        Optional.empty(), 0, Optional.empty(), "Done.");
  }
}
