package org.semcollector.app.ui;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semcollector.app.chart.ChartChoice.Compare;
import org.semcollector.app.chart.ChartKind;
import org.semcollector.app.chart.ChartReview;
import org.semcollector.app.chart.Period;
import org.semcollector.app.settings.ChartSettings;
import org.semcollector.app.settings.Settings;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.ui.charts.ChartsContent;
import org.semcollector.app.ui.charts.ChartsContent.LegendEntry;
import org.semcollector.app.ui.charts.ChartsViewModel;
import org.semcollector.app.ui.charts.Preset;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ChartsChoicesTest {
  private ChartsViewModel charts;

  @BeforeEach
  void threeMeters() throws StoreException {
    charts = charts();
  }

  @Test
  void theLegendHidesAndIsolatesButNeverHidesAll() {
    charts.toggle("Bakery");
    assertEquals(2, content().bars().meters().size());
    charts.toggle("Dentist");
    charts.toggle("Carpenter’s workshop");
    assertEquals(List.of("Carpenter’s workshop"), content().bars().meters());
    charts.isolate("Bakery");
    assertEquals(List.of("Bakery"), content().bars().meters());
    charts.isolate("Bakery");
    assertEquals(3, content().legend().stream().filter(entry -> !entry.hidden()).count());
    assertEquals(List.of("Bakery", "Carpenter’s workshop", "Dentist"),
        content().legend().stream().map(LegendEntry::name).toList());
  }

  @Test
  void comparedBarsAreThoseOfTheMonthBefore() {
    double total = content().bars().totalKwh();
    charts.previous();
    double before = content().bars().bars().getFirst().energyKwh().orElseThrow();
    charts.next();
    charts.compare(Compare.PREVIOUS);
    assertEquals(before, content().bars().bars().getFirst().comparedKwh().orElseThrow(), 1e-9);
    assertEquals(total, content().bars().totalKwh(), 1e-9);
  }

  @Test
  void whatWasShownComesBack() throws StoreException {
    charts.view(ChartKind.HEAT_MAP);
    charts.choose(LocalDate.of(2024, 3, 9), LocalDate.of(2024, 3, 2));
    ChartSettings kept = charts.remembered(ChartSettings.NONE);
    ChartsViewModel again = charts();
    again.recall(kept);
    assertEquals(charts.choiceProperty().get(), again.choiceProperty().get());
    assertEquals(LocalDate.of(2024, 3, 2), again.periodProperty().get().first());
    assertEquals(3, kept.meters().size());
  }

  @Test
  void everyViewHasItsNumbers() {
    charts.choose(Preset.EVERYTHING);
    for (ChartKind kind : ChartKind.values()) {
      charts.view(kind);
      assertTrue(content().view().isPresent(), kind.toString());
      assertTrue(content().table().rows().size() > 2, kind.toString());
    }
    assertEquals(Period.Kind.ALL, charts.periodProperty().get().kind());
  }

  @Test
  void sharesAreThereBeforeAnyBucketAndAgreeWithTheBars() {
    List<ChartsContent> shown = new ArrayList<>();
    charts.contentProperty().subscribe(content -> content.ifPresent(shown::add));
    charts.view(ChartKind.SHARE);
    ChartsContent first = shown.get(1);
    assertTrue(first.view().isPresent() && first.bars().bars().isEmpty(), "shares without waiting for bars");
    assertEquals(3, first.shares().slices().size());
    ChartsContent complete = shown.getLast();
    assertEquals(first.shares(), complete.shares(), "the numbers stay");
    assertEquals(complete.bars().totalKwh(), complete.shares().totalKwh(), 1e-9);
    assertEquals(first.figures().getFirst(), complete.figures().getFirst());
    assertEquals(3, complete.table().rows().size());
  }

  private ChartsContent content() {
    return charts.contentProperty().get().orElseThrow();
  }

  private static ChartsViewModel charts() throws StoreException {
    UiServices services = new FakeSite(3, Settings.DEFAULTS).services();
    Messages messages = new Messages(Locale.UK);
    ChartsViewModel made = new ChartsViewModel(
        new ChartReview(services.buckets(), services.readings(), services.marks(), Locale.UK), new DirectTasks(),
        services.clock(), ZoneOffset.UTC, messages, new Formats(messages, ZoneOffset.UTC));
    made.show(services.meters().meters());
    return made;
  }
}
