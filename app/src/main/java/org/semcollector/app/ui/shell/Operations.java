package org.semcollector.app.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import org.semcollector.app.settings.CampaignSettings;
import org.semcollector.app.ui.firmware.CampaignViewModel;
import org.semcollector.app.ui.firmware.PackagesViewModel;
import org.semcollector.app.ui.meter.DetailsViewModel;
import org.semcollector.app.ui.meters.MeterItem;
import org.semcollector.app.ui.meters.MetersViewModel;
import org.semcollector.app.ui.settings.SettingsViewModel;
import org.semcollector.app.ui.setup.SetUpViewModel;
import org.semcollector.protocol.meter.Ssid;

/// Joins the screens for operating meters with the list of meters: they know the same meters, what one does the others
/// see, and what takes a look into files is read when its screen is first seen.
record Operations(DetailsViewModel details, SetUpViewModel setUp, PackagesViewModel packages,
    CampaignViewModel campaign, SettingsViewModel settings, MetersViewModel meters, ShellViewModel shell) {
  void join() {
    meters.meters().addListener((ListChangeListener<MeterItem>) _ -> tellMeters());
    meters.selectedProperty().subscribe(_ -> showDetails());
    shell.screenProperty().subscribe(this::shown);
    packages.chosenProperty().subscribe(_ -> campaign.offer(packages.chosenProperty().get()));
    details.notes().onSaved(meters::reload);
    setUp.onDone(this::changed);
    details.operate().onDone(this::changed);
    campaign.onUpdated(this::changed);
    campaign.onChoiceChanged(this::remember);
  }

  private void changed() {
    meters.reload();
    if (shell.screenProperty().get() == Screen.DETAILS)
      details.reload();
    campaign.reload();
  }

  private void tellMeters() {
    List<MeterItem> now = List.copyOf(meters.meters());
    setUp.meters(now);
    details.meters(now);
    if (shell.screenProperty().get() == Screen.FIRMWARE)
      campaign.meters(now);
    if (shell.screenProperty().get() == Screen.DETAILS)
      showDetails();
  }

  private void shown(Screen screen) {
    switch (screen) {
      case DETAILS -> showDetails();
      case SET_UP -> setUp.reload();
      case FIRMWARE -> {
        campaign.meters(List.copyOf(meters.meters()));
        recall();
        packages.reload();
      }
      case METERS, VISITS, CHARTS, TIME, SYNC, SETTINGS -> {
        // nothing of ours is seen
      }
    }
  }

  /// Goes on with the campaign of an earlier day, unless meters were chosen meanwhile.
  private void recall() {
    CampaignSettings last = settings.settingsProperty().get().campaign();
    last.firmware().ifPresent(firmware -> {
      packages.recall(firmware);
      campaign.recall(firmware, last.meters());
    });
  }

  private void remember() {
    packages.chosenProperty().get().filter(offer -> offer.checksum().isPresent()).ifPresent(
        offer -> settings.change(now -> now.withCampaign(
            new CampaignSettings(Optional.of(offer.id()), campaign.chosen().stream().map(Ssid::value).toList()))));
  }

  /// Those of the chosen meter, else of the one shown before, else of the first.
  private void showDetails() {
    if (shell.screenProperty().get() != Screen.DETAILS)
      return;
    Optional<Ssid> chosen = meters.selectedProperty().get().stream().findFirst().map(MeterItem::ssid);
    Optional<Ssid> wanted = chosen.or(() -> details.meterProperty().get())
        .or(() -> meters.meters().stream().findFirst().map(MeterItem::ssid));
    if (!wanted.equals(details.meterProperty().get()) || !details.isRead())
      details.show(wanted);
  }
}
