package org.semcollector.app.ui.shell;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.Region;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.ProgramServices;
import org.semcollector.app.ui.UiServices;
import org.semcollector.app.ui.fx.FolderChoice;
import org.semcollector.app.ui.fx.FolderOpening;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.meters.MeterItem;
import org.semcollector.app.ui.meters.MetersViewModel;
import org.semcollector.app.ui.prices.EnergyPrices;
import org.semcollector.app.ui.settings.ChoicesViewModel;
import org.semcollector.app.ui.settings.DataViewModel;
import org.semcollector.app.ui.settings.PasswordsViewModel;
import org.semcollector.app.ui.settings.SettingsParts;
import org.semcollector.app.ui.settings.SettingsView;
import org.semcollector.app.ui.settings.SettingsViewModel;

/// Puts the Settings screen together. What is kept where secrets are kept is asked for only when the screen is seen: a
/// keyring may ask for its password.
final class SettingsScreen {
  private final SettingsViewModel settings;
  private final ChoicesViewModel choices;
  private final PasswordsViewModel passwords;
  private final DataViewModel data;
  private final ProgramServices program;
  private final Messages messages;

  SettingsScreen(UiServices services, SettingsViewModel settings, Tasks tasks, Messages messages, Formats formats) {
    this.settings = settings;
    this.messages = messages;
    program = services.program();
    choices = new ChoicesViewModel(settings, program.systemLocale(), program.systemZone(), messages);
    passwords = new PasswordsViewModel(program.passwords(), tasks, messages);
    data = new DataViewModel(program.dataDir(), program.backup(), settings, tasks, services.clock(), messages, formats);
  }

  void join(MetersViewModel meters, ShellViewModel shell) {
    meters.meters().addListener((ListChangeListener<MeterItem>) _ -> passwords
        .meters(meters.meters().stream().map(MeterItem::ssid).toList()));
    shell.screenProperty().subscribe(screen -> {
      if (screen == Screen.SETTINGS) {
        passwords.meters(List.copyOf(meters.meters().stream().map(MeterItem::ssid).toList()));
        passwords.reload();
      }
    });
  }

  Region build(EnergyPrices prices, FolderChoice folders, FolderOpening opening, Runnable toServer) {
    return new SettingsView(choices, prices, new SettingsParts(settings, passwords, data, program, folders, opening,
        toServer, messages), messages).build();
  }
}
