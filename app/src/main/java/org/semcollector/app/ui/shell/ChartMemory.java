package org.semcollector.app.ui.shell;

import java.util.List;
import org.semcollector.app.settings.ChartSettings;
import org.semcollector.app.settings.EnergySettings;
import org.semcollector.app.ui.charts.ChartsViewModel;
import org.semcollector.app.ui.meters.MeterItem;
import org.semcollector.app.ui.meters.MetersViewModel;
import org.semcollector.app.ui.prices.EnergyPrices;
import org.semcollector.app.ui.settings.SettingsViewModel;
import org.semcollector.protocol.meter.Ssid;

/// Brings back the view, period and meters shown last, and keeps them from then on; keeps what energy costs and emits.
final class ChartMemory implements EnergyPrices {
  private final SettingsViewModel settings;
  private final ChartsViewModel charts;
  private final MetersViewModel meters;
  private boolean recalled;

  ChartMemory(SettingsViewModel settings, ChartsViewModel charts, MetersViewModel meters) {
    this.settings = settings;
    this.charts = charts;
    this.meters = meters;
    settings.loadedProperty().subscribe(this::recall);
    meters.loadedProperty().subscribe(this::recall);
    charts.choiceProperty().subscribe(this::remember);
    charts.metersProperty().subscribe(this::remember);
    settings.settingsProperty().subscribe(now -> charts.price(now.energy()));
  }

  @Override
  public EnergySettings now() {
    return settings.settingsProperty().get().energy();
  }

  @Override
  public void set(EnergySettings changed) {
    settings.change(now -> now.withEnergy(changed));
  }

  private ChartSettings stored() {
    return settings.settingsProperty().get().charts();
  }

  /// Once both the settings and the meters are read.
  private void recall() {
    if (recalled || !settings.loadedProperty().get() || !meters.loadedProperty().get())
      return;
    ChartSettings last = stored();
    List<Ssid> known = meters.meters().stream().map(MeterItem::ssid)
        .filter(ssid -> last.meters().contains(ssid.value())).toList();
    if (!known.isEmpty())
      meters.select(known);
    charts.recall(last);
    recalled = true;
  }

  private void remember() {
    if (recalled)
      settings.change(now -> now.withCharts(charts.remembered(now.charts())));
  }
}
