package org.semcollector.app.ui.settings;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.util.Builder;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.settings.Settings;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// The user's choices; each holds at once.
public record SettingsView(SettingsViewModel vm, Messages messages) implements Builder<Region> {
  private static final List<Double> SCALES = List.of(1.0, 1.25, 1.5, 1.75, 2.0);

  @Override
  public Region build() {
    GridPane form = new GridPane();
    form.getStyleClass().add(StyleClass.FORM);
    form.addRow(0, label("settings.theme"), theme());
    ComboBox<Double> scales = textScale();
    Label scalesLabel = label("settings.text-size");
    scalesLabel.setLabelFor(scales);
    form.addRow(1, scalesLabel, scales);
    form.addRow(2, label("settings.collecting"), erase());
    ScrollPane scroll = new ScrollPane(Panes.column(StyleClass.PAGE,
        Panes.label(messages.text("settings.title"), StyleClass.TITLE), Panes.problem(vm.problemProperty()), form,
        Panes.paragraph(messages.text("settings.saved-hint"), StyleClass.MUTED)));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    return scroll;
  }

  private Label label(String key) {
    Label label = Panes.label(messages.text(key), StyleClass.STRONG);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private Region theme() {
    Buttons.Segments<Settings.Theme> themes = Buttons.segments(List.of(Settings.Theme.values()),
        theme -> messages.of("theme", theme), theme -> vm.change(now -> now.withTheme(theme)));
    vm.settingsProperty().subscribe(settings -> themes.show(settings.theme()));
    return themes.row();
  }

  private ComboBox<Double> textScale() {
    ComboBox<Double> scales = new ComboBox<>();
    scales.getItems().setAll(SCALES);
    scales.setConverter(new StringConverter<>() {
      @Override
      public String toString(@Nullable Double scale) {
        return scale == null ? "" : messages.text("settings.percent", scale);
      }

      @Override
      public Double fromString(String text) {
        throw new UnsupportedOperationException("the list cannot be typed into");
      }
    });
    vm.settingsProperty().subscribe(settings -> scales.setValue(settings.textScale()));
    scales.valueProperty().subscribe(scale -> Optional.ofNullable(scale)
        .ifPresent(chosen -> vm.change(now -> now.withTextScale(chosen))));
    return scales;
  }

  private Region erase() {
    CheckBox erase = new CheckBox(messages.text("settings.erase"));
    erase.setWrapText(true);
    vm.settingsProperty().subscribe(settings -> erase.setSelected(settings.eraseWhenProven()));
    erase.setOnAction(_ -> vm.change(now -> now.withEraseWhenProven(erase.isSelected())));
    return Panes.column(StyleClass.TIGHT, erase,
        Panes.paragraph(messages.text("settings.erase-hint"), StyleClass.MUTED));
  }
}
