package org.semcollector.app.ui.settings;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.util.Builder;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.settings.Settings;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Columns;
import org.semcollector.app.ui.fx.Form;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;
import org.semcollector.app.ui.fx.ZoneField;
import org.semcollector.app.ui.prices.EnergyPrices;
import org.semcollector.app.ui.prices.PricesForm;

/// The user's choices; each holds at once. What cannot hold is explained beside its field.
public record SettingsView(ChoicesViewModel vm, EnergyPrices prices, SettingsParts parts, Messages messages)
    implements
      Builder<Region> {
  private static final double TWO_COLUMNS_EM = 72;
  private static final List<Double> SCALES = List.of(1.0, 1.25, 1.5, 1.75, 2.0);

  @Override
  public Region build() {
    Region cards = new Columns(TWO_COLUMNS_EM,
        Panes.column(StyleClass.COLUMN, appearance(), collecting(), parts.passwords(), parts.server()),
        Panes.column(StyleClass.COLUMN, energy(), parts.data(), parts.about()));
    ScrollPane scroll = new ScrollPane(Panes.column(StyleClass.PAGE,
        Panes.label(messages.text("settings.title"), StyleClass.TITLE),
        Panes.paragraph(messages.text("settings.saved-hint"), StyleClass.MUTED),
        Panes.problem(vm.settings().problemProperty()), cards));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    return scroll;
  }

  private Region appearance() {
    Form form = new Form();
    form.row(messages.text("settings.theme"), theme());
    form.row(messages.text("settings.text-size"), textScale());
    form.row(messages.text("settings.language"), language(), Form.hint(messages.text("settings.language-hint")));
    return card("settings.appearance", form.build());
  }

  private Region collecting() {
    Form form = new Form();
    form.row(messages.text("settings.erasing"), erase(), Form.hint(messages.text("settings.erase-hint")));
    form.typed(messages.text("settings.address"), vm.address(), messages.text("settings.address-example"),
        Form.hint(messages.text("settings.address-hint")));
    form.typed(messages.text("settings.voltage"), vm.nominalVoltage(), "",
        Form.hint(messages.text("settings.voltage-hint")));
    form.row(messages.text("settings.zone"), new ZoneField(vm.zoneProperty(), vm.zones(),
        messages.text("details.zone-search")).build(), Form.hint(messages.text("settings.zone-hint")));
    return card("settings.meters", form.build());
  }

  private Region energy() {
    return card("settings.energy", new PricesForm(prices, () -> {}, messages).build());
  }

  private Region card(String titleKey, Region content) {
    return Panes.column(StyleClass.CARD, Panes.label(messages.text(titleKey), StyleClass.HEADING), content);
  }

  private Region theme() {
    Buttons.Segments<Settings.Theme> themes = Buttons.segments(List.of(Settings.Theme.values()),
        theme -> messages.of("theme", theme), theme -> vm.settings().change(now -> now.withTheme(theme)));
    vm.settings().settingsProperty().subscribe(settings -> themes.show(settings.theme()));
    return themes.row();
  }

  private ComboBox<Double> textScale() {
    ComboBox<Double> scales = new ComboBox<>();
    scales.getItems().setAll(SCALES);
    scales.setConverter(shown(scale -> messages.text("settings.percent", scale)));
    vm.settings().settingsProperty().subscribe(settings -> scales.setValue(settings.textScale()));
    scales.valueProperty().subscribe(scale -> Optional.ofNullable(scale)
        .ifPresent(chosen -> vm.settings().change(now -> now.withTextScale(chosen))));
    return scales;
  }

  private ComboBox<Optional<String>> language() {
    ComboBox<Optional<String>> languages = new ComboBox<>();
    languages.getItems().add(Optional.empty());
    ChoicesViewModel.LANGUAGES.forEach(tag -> languages.getItems().add(Optional.of(tag)));
    languages.setConverter(shown(vm::languageName));
    vm.settings().settingsProperty().subscribe(settings -> languages.setValue(settings.language()));
    languages.valueProperty().subscribe(chosen -> {
      if (chosen != null)
        vm.language(chosen);
    });
    return languages;
  }

  /// Shows values of a list that cannot be typed into.
  private static <T> StringConverter<T> shown(java.util.function.Function<T, String> words) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T value) {
        return value == null ? "" : words.apply(value);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("the list cannot be typed into");
      }
    };
  }

  private Region erase() {
    CheckBox erase = new CheckBox(messages.text("settings.erase"));
    erase.setWrapText(true);
    vm.settings().settingsProperty().subscribe(settings -> erase.setSelected(settings.eraseWhenProven()));
    erase.setOnAction(_ -> vm.settings().change(now -> now.withEraseWhenProven(erase.isSelected())));
    return erase;
  }
}
