package org.semcollector.app.ui.charts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.semcollector.app.analysis.Tariff;
import org.semcollector.app.chart.ChartChoice.Compare;
import org.semcollector.app.chart.ChartKind;
import org.semcollector.app.chart.ChartReview;
import org.semcollector.app.chart.Period;
import org.semcollector.app.settings.EnergySettings;
import org.semcollector.app.settings.Settings;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.ui.DirectTasks;
import org.semcollector.app.ui.FakeSite;
import org.semcollector.app.ui.FxExtension;
import org.semcollector.app.ui.UiServices;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.PngFile;
import org.semcollector.app.ui.fx.Theme;
import org.semcollector.app.ui.fx.Toolkit;
import org.semcollector.app.ui.prices.EnergyPrices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Draws every view into `app/target/pictures`, so that none can break unseen.
@ExtendWith(FxExtension.class)
class ChartsScreenIT {
  private static final Path PICTURES = Path.of(System.getProperty("sem.root"), "app/target/pictures/charts");

  static Stream<Arguments> looks() {
    return Stream.of(0, 1, 5, 100).flatMap(meters -> Stream.of(false, true)
        .flatMap(dark -> Stream.of(1.0, 2.0).map(scale -> Arguments.of(meters, dark, scale))));
  }

  @ParameterizedTest(name = "{0} meters, dark {1}, text x {2}")
  @MethodSource("looks")
  void everyViewIsDrawn(int meters, boolean dark, double scale) throws Exception {
    Screen screen = Toolkit.onScreenThread(() -> new Screen(meters, dark, scale));
    String look = String.format(Locale.ROOT, "%03d-%s-%.0f", meters, dark ? "dark" : "light", scale * 100);
    Set<Integer> different = new HashSet<>();
    for (ChartKind kind : meters == 0 ? List.of(ChartKind.ENERGY) : List.of(ChartKind.values())) {
      Toolkit.onScreenThread(() -> {
        screen.vm.view(kind);
        return true;
      });
      Image image = screen.picture(kind.name().toLowerCase(Locale.ROOT) + "-" + look);
      assertTrue(colours(image) > 12, "almost empty: " + kind);
      different.add(hash(image));
    }
    assertEquals(meters == 0 ? 1 : ChartKind.values().length, different.size(), "two views look alike");
    if (meters == 1)
      screen.more(look);
    Toolkit.onScreenThread(() -> {
      screen.stage.close();
      return true;
    });
  }

  private static int colours(Image image) {
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y += 2)
      for (int x = 0; x < image.getWidth(); x += 2)
        colours.add(image.getPixelReader().getArgb(x, y));
    return colours.size();
  }

  private static int hash(Image image) {
    int hash = 1;
    for (int y = 0; y < image.getHeight(); y += 3)
      for (int x = 0; x < image.getWidth(); x += 3)
        hash = 31 * hash + image.getPixelReader().getArgb(x, y);
    return hash;
  }

  /// The screen in a window of its own, with work done at once.
  private static final class Screen {
    private final ChartsViewModel vm;
    private final FakeSite site;
    private final Stage stage = new Stage();

    Screen(int count, boolean dark, double scale) throws Exception {
      site = new FakeSite(count, Settings.DEFAULTS);
      UiServices services = site.services();
      Messages messages = new Messages(Locale.UK);
      Formats formats = new Formats(messages, services.zone());
      List<MeterRow> rows = services.meters().meters();
      vm = new ChartsViewModel(
          new ChartReview(services.buckets(), services.readings(), services.marks(), Locale.UK), new DirectTasks(),
          services.clock(), services.zone(), messages, formats);
      Region root = new ChartsScreen(vm, new javafx.beans.property.SimpleObjectProperty<>(rows), vm::show,
          new ChartsScreen.Actions(() -> {}, (name, _) -> Optional.of(PICTURES.resolve("taken-" + name)),
              new DirectTasks(), services.spreadsheets(), services.corrections(), new FixedPrice()),
          messages, formats).build();
      vm.price(new FixedPrice().now());
      stage.setScene(new Scene(root, 1266, scale > 1 ? 990 : 700));
      Theme.apply(stage.getScene(), dark, scale);
      stage.show();
      vm.show(rows);
    }

    /// Other periods, phases, comparison, zoom, table, pointing.
    void more(String look) throws Exception {
      on(() -> {
        vm.view(ChartKind.ENERGY);
        vm.phases(true);
        vm.compare(Compare.PREVIOUS);
      });
      picture("more-phases-" + look);
      on(() -> {
        vm.phases(false);
        vm.choose(Period.Kind.DAY);
      });
      picture("more-day-" + look);
      on(() -> {
        vm.compare(Compare.NONE);
        vm.choose(Preset.EVERYTHING);
        vm.buckets(java.util.Optional.of(org.semcollector.app.rollup.BucketUnit.HOUR));
      });
      picture("more-hours-" + look);
      on(() -> {
        vm.choose(Preset.THIS_MONTH);
        stage.getScene().getRoot().lookupAll(".check-box").stream()
            .filter(box -> box instanceof javafx.scene.control.CheckBox check && check.getText().equals("Table"))
            .forEach(box -> ((javafx.scene.control.CheckBox) box).setSelected(true));
        chart().pointer().point(7);
      });
      picture("more-table-" + look);
      on(() -> {
        chart().see(new org.semcollector.app.chart.Viewport(0.2, 0.5));
        vm.view(ChartKind.CURRENT_VOLTAGE);
        vm.phases(true);
      });
      on(() -> {
        chart().see(new org.semcollector.app.chart.Viewport(0.12, 0.3));
        chart().pointer().point(300);
      });
      picture("more-lines-" + look);
      for (int i = 0; i < 3; i++) {
        int item = i;
        on(() -> take().getItems().get(item).fire());
      }
      for (String ending : List.of(".png", ".csv", ".xlsx"))
        assertTrue(Files.size(PICTURES.resolve("taken-Voltage-current-Bakery-June-2024" + ending)) > 2000, ending);
      assertTrue(Files.readString(PICTURES.resolve("taken-Voltage-current-Bakery-June-2024.csv"))
          .contains("2024-06-01T00:00:01"), "the first reading");
      on(() -> vm.choose(java.time.LocalDate.of(2025, 1, 1), java.time.LocalDate.of(2025, 1, 31)));
      on(() -> vm.view(ChartKind.ENERGY));
      picture("more-nothing-" + look);
      on(() -> {
        site.factors.put(0, 2.05);
        vm.choose(Preset.THIS_MONTH);
        chart().pointer().point(7);
      });
      picture("more-factor-" + look);
    }

    private MenuButton take() {
      return stage.getScene().getRoot().lookupAll(".menu-button").stream()
          .filter(node -> node instanceof MenuButton menu && menu.getText().equals("Take along"))
          .map(MenuButton.class::cast).findFirst().orElseThrow();
    }

    private CanvasChart chart() {
      return (CanvasChart) stage.getScene().getRoot().lookupAll(".canvas-chart").stream()
          .filter(node -> node instanceof CanvasChart).findFirst().orElseThrow();
    }

    private static void on(Runnable work) throws Exception {
      Toolkit.onScreenThread(() -> {
        work.run();
        return true;
      });
    }

    Image picture(String name) throws Exception {
      Image image = Toolkit.onScreenThread(() -> {
        Region root = (Region) stage.getScene().getRoot();
        for (int i = 0; i < 3; i++) {
          root.applyCss();
          root.layout();
        }
        WritableImage picture = stage.getScene().snapshot(null);
        return picture;
      });
      PngFile.write(image, PICTURES.resolve(name + ".png"));
      return image;
    }
  }

  private static final class FixedPrice implements EnergyPrices {
    @Override
    public EnergySettings now() {
      return EnergySettings.NONE.withFlatPrice(Optional.of(new java.math.BigDecimal("0.32")), "EUR")
          .withBands(List.of(new Tariff.Band("Night", EnumSet.allOf(java.time.DayOfWeek.class), 22, 6,
              new java.math.BigDecimal("0.21"))))
          .withCo2(Optional.of(new java.math.BigDecimal("380")));
    }

    @Override
    public void set(EnergySettings changed) {}
  }
}
