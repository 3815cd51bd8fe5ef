package org.semcollector.app.ui;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semcollector.app.chart.ChartReview;
import org.semcollector.app.settings.EnergySettings;
import org.semcollector.app.settings.Settings;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.ui.charts.ChartTable.Cell;
import org.semcollector.app.ui.charts.ChartsContent;
import org.semcollector.app.ui.charts.ChartsViewModel;
import org.semcollector.app.ui.charts.Figure;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Raw and scaled energy stand side by side, each said to be what it is.
class EnergyFactorChartsTest {
  @Test
  void oneMetersEnergyStandsRawAndWithItsFactor() throws StoreException {
    ChartsContent plain = content(1, Map.of());
    ChartsContent scaled = content(1, Map.of(0, 2.05));
    double raw = plain.bars().totalKwh();
    assertEquals(raw, scaled.bars().totalKwh(), 1e-9, "bars stay raw");
    assertEquals(2.05 * raw, scaled.bars().scaled().orElseThrow().totalKwh(), 1e-9);
    assertEquals(figure(plain, "Energy").value(), figure(scaled, "Energy").value());
    assertTrue(figure(scaled, "Energy").note().startsWith("× 2.05 = "), figure(scaled, "Energy").note());
    assertTrue(scaled.note().contains("raw"), scaled.note());
    assertTrue(plain.bars().scaled().isEmpty());
    assertFalse(plain.table().columns().contains("With factor, kWh"));
    assertEquals("", plain.note());
  }

  @Test
  void theTableHasBothEnergiesOfEveryBar() throws StoreException {
    ChartsContent scaled = content(1, Map.of(0, 2.05));
    int raw = scaled.table().columns().indexOf("Energy, kWh");
    int with = scaled.table().columns().indexOf("With factor, kWh");
    int measured = 0;
    for (var row : scaled.table().rows())
      if (row.cells().get(raw) instanceof Cell.Figure before && row.cells().get(with) instanceof Cell.Figure after) {
        assertEquals(before.value() * 2.05, after.value(), 1e-9);
        measured += Double.isNaN(before.value()) ? 0 : 1;
      }
    assertTrue(measured > 10, "bars with readings: " + measured);
  }

  @Test
  void costIsThatOfTheScaledEnergyAndSaysSo() throws StoreException {
    assertEquals(2 * cost(content(1, Map.of())), cost(content(1, Map.of(0, 2.0))), 0.011);
    assertTrue(figure(content(1, Map.of(0, 2.0)), "Cost").note().contains("with factor"));
    assertFalse(figure(content(1, Map.of()), "Cost").note().contains("factor"));
  }

  @Test
  void ofSeveralMetersOnlyThoseWithAFactorAreScaled() throws StoreException {
    for (int meters : new int[]{3, 12}) {
      ChartsContent some = content(meters, Map.of(1, 3.0));
      double first = some.facts().series().get(1).energyKwh();
      assertEquals(some.bars().totalKwh() + 2 * first, some.bars().scaled().orElseThrow().totalKwh(), 1e-6);
      assertTrue(figure(some, "Energy").note().contains("with factors, where noted"));
    }
  }

  private static double cost(ChartsContent content) {
    return Double.parseDouble(figure(content, "Cost").value().replace("\u00a0EUR", "").replace(",", ""));
  }

  private static Figure figure(ChartsContent content, String title) {
    List<Figure> found = content.figures().stream().filter(figure -> figure.title().equals(title)).toList();
    return found.getFirst();
  }

  private static ChartsContent content(int meters, Map<Integer, Double> factors) throws StoreException {
    FakeSite site = new FakeSite(meters, Settings.DEFAULTS);
    site.factors.putAll(factors);
    UiServices services = site.services();
    Messages messages = new Messages(Locale.UK);
    ChartsViewModel charts = new ChartsViewModel(
        new ChartReview(services.buckets(), services.readings(), services.marks(), Locale.UK), new DirectTasks(),
        services.clock(), ZoneOffset.UTC, messages, new Formats(messages, ZoneOffset.UTC));
    charts.price(EnergySettings.NONE.withFlatPrice(java.util.Optional.of(new BigDecimal("0.32")), "EUR"));
    charts.show(services.meters().meters());
    return charts.contentProperty().get().orElseThrow();
  }
}
