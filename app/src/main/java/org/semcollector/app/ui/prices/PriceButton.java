package org.semcollector.app.ui.prices;

import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.util.Builder;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.StyleClass;

/// Asks what energy costs and emits.
public record PriceButton(EnergyPrices prices, Messages messages) implements Builder<Button> {
  /// Of the window's height: many bands scroll.
  private static final double TALLEST = 0.6;

  @Override
  public Button build() {
    Button button = Buttons.of(messages.text("price.button"), Feather.TAG, () -> {});
    button.setOnAction(_ -> over(button).show(button));
    return button;
  }

  private PopOver over(Button button) {
    PopOver over = new PopOver();
    Region form = new PricesForm(prices, over::hide, messages).build();
    ScrollPane scroll = new ScrollPane(form);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMaxHeight(button.getScene().getHeight() * TALLEST);
    scroll.getStyleClass().add(StyleClass.POP);
    over.setContentNode(scroll);
    over.setTitle(messages.text("price.title"));
    over.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
    return over;
  }
}
