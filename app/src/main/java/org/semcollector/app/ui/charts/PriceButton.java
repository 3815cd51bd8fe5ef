package org.semcollector.app.ui.charts;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.util.Builder;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// Asks what energy costs.
record PriceButton(EnergyPrices prices, Messages messages) implements Builder<Button> {
  @Override
  public Button build() {
    Button button = Buttons.of(messages.text("price.button"), Feather.TAG, () -> {});
    button.setOnAction(_ -> over().show(button));
    return button;
  }

  private PopOver over() {
    TextField price = new TextField(prices.perKwh().map(BigDecimal::toPlainString).orElse(""));
    TextField currency = new TextField(prices.currency());
    Label problem = Panes.paragraph("", StyleClass.DANGER);
    GridPane form = new GridPane();
    form.getStyleClass().addAll(StyleClass.FORM, StyleClass.POP);
    form.addRow(0, label("price.per-kwh", price), price);
    form.addRow(1, label("price.currency", currency), currency);
    form.add(Panes.shownWhile(problem, problem.textProperty().map(text -> !text.isEmpty())), 0, 2, 2, 1);
    PopOver over = new PopOver(form);
    over.setTitle(messages.text("price.title"));
    over.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
    Button keep = Buttons.primary(messages.text("price.keep"), Feather.CHECK, () -> {
      if (keep(price.getText().strip(), currency.getText().strip().toUpperCase(Locale.ROOT)))
        over.hide();
      else
        problem.setText(messages.text("price.not-understood"));
    });
    keep.setDefaultButton(true);
    form.add(keep, 1, 3);
    return over;
  }

  private boolean keep(String price, String currency) {
    if (!currency.matches("[A-Z]{3}"))
      return false;
    try {
      prices.set(price.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(price.replace(',', '.'))), currency);
      return true;
    } catch (NumberFormatException _) {
      return false;
    }
  }

  private Label label(String key, TextField field) {
    Label label = new Label(messages.text(key));
    label.setLabelFor(field);
    return label;
  }
}
