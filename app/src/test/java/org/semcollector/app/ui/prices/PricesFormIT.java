package org.semcollector.app.ui.prices;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semcollector.app.settings.EnergySettings;
import org.semcollector.app.ui.FxExtension;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.PngFile;
import org.semcollector.app.ui.fx.StyleClass;
import org.semcollector.app.ui.fx.Theme;
import org.semcollector.app.ui.fx.Toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Types prices as people do, and draws the form into `app/target/pictures/prices`.
@ExtendWith(FxExtension.class)
class PricesFormIT {
  private static final Path PICTURES = Path.of(System.getProperty("sem.root"), "app/target/pictures/prices");

  @Test
  void pricesByHourAreTypedAndKept() throws Exception {
    Toolkit.onScreenThread(() -> {
      var form = new Form(false, 1);
      form.type(0, "0,32");
      form.press("Add hours with a price of their own");
      form.type(4, "0.21");
      form.press("Keep");
      assertEquals(1, form.kept);
      assertEquals(new BigDecimal("0.32"), form.prices.now().pricePerKwh().orElseThrow());
      assertEquals(22, form.prices.now().bands().getFirst().fromHour());
      assertEquals(new BigDecimal("0.21"), form.prices.now().bands().getFirst().perKwh());
      form.stage.close();
      return true;
    });
  }

  @Test
  void whatIsNotUnderstoodIsSaidAndNothingIsKept() throws Exception {
    Toolkit.onScreenThread(() -> {
      var form = new Form(false, 1);
      form.type(0, "cheap");
      form.press("Keep");
      assertTrue(form.nodes(Label.class).stream().anyMatch(label -> label.isVisible()
          && label.getText().contains("«cheap» is no price")));
      form.type(0, "0.32");
      form.press("Add hours with a price of their own");
      form.type(4, "0.21");
      form.press("Add hours with a price of their own");
      form.type(6, "0.1");
      form.nodes(ToggleButton.class).forEach(day -> day.setSelected(true));
      form.nodes(javafx.scene.control.ComboBox.class).getLast().getSelectionModel().selectLast();
      form.press("Keep");
      assertTrue(
          form.nodes(Label.class).stream().anyMatch(label -> label.getText().contains("both hold Monday 22:00")));
      assertEquals(0, form.kept);
      form.stage.close();
      return true;
    });
  }

  @ParameterizedTest
  @CsvSource({"false,1", "true,1", "false,2", "true,2"})
  void theFormIsDrawn(boolean dark, double scale) throws Exception {
    Image picture = Toolkit.onScreenThread(() -> {
      var form = new Form(dark, scale);
      form.press("Add hours with a price of their own");
      form.press("Add hours with a price of their own");
      form.type(0, "0.32");
      form.press("Keep");
      form.lay();
      Node pane = form.stage.getScene().getRoot();
      assertTrue(((Region) pane).prefWidth(-1) <= 1250, "wider than the window");
      Image image = form.stage.getScene().snapshot(null);
      form.stage.close();
      return image;
    });
    PngFile.write(picture, PICTURES.resolve(String.format(Locale.ROOT, "prices-%s-%.0f.png", dark ? "dark" : "light",
        scale * 100)));
  }

  private static final class Form {
    private final Stage stage = new Stage();
    private final Known prices = new Known();
    private int kept;

    Form(boolean dark, double scale) {
      Region form = new PricesForm(prices, () -> kept++, new Messages(Locale.UK)).build();
      StackPane root = new StackPane(form);
      root.getStyleClass().addAll(StyleClass.PAGE);
      stage.setScene(new Scene(root, 560 * scale, 480 * scale));
      Theme.apply(stage.getScene(), dark, scale);
      stage.show();
      lay();
    }

    void lay() {
      Region root = (Region) stage.getScene().getRoot();
      root.applyCss();
      root.layout();
    }

    <N extends Node> List<N> nodes(Class<N> kind) {
      lay();
      return stage.getScene().getRoot().lookupAll("*").stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// @param field 0 price, 1 currency, 2 emission, then name and price of each band, as they were added to the form
    void type(int field, String text) {
      List<TextField> fields = new java.util.ArrayList<>(nodes(TextField.class));
      List<TextField> ofBands = fields.stream().filter(each -> each.getParent().getParent() instanceof BandRow)
          .toList();
      fields.removeAll(ofBands);
      fields.addAll(ofBands);
      fields.get(field).setText(text);
    }

    void press(String text) {
      nodes(Button.class).stream().filter(button -> button.getText().equals(text)).findFirst().orElseThrow().fire();
    }
  }

  private static final class Known implements EnergyPrices {
    private EnergySettings known = EnergySettings.NONE.withCo2(Optional.of(new BigDecimal("380")));

    @Override
    public EnergySettings now() {
      return known;
    }

    @Override
    public void set(EnergySettings changed) {
      known = changed;
    }
  }
}
