package org.semcollector.app.ui.prices;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;
import org.semcollector.app.ui.prices.PriceDraft.BandDraft;

/// The fields for what energy costs, by hour and day of the week, and what it emits.
///
/// @param kept told when what was typed is kept
public record PricesForm(EnergyPrices prices, Runnable kept, Messages messages) implements Builder<Region> {
  private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  @Override
  public Region build() {
    PriceDraft draft = PriceDraft.of(prices.now());
    TextField price = new TextField(draft.price());
    TextField currency = new TextField(draft.currency());
    TextField co2 = new TextField(draft.co2());
    List<BandRow> bands = new ArrayList<>();
    VBox rows = Panes.column(StyleClass.COLUMN);
    Button more = Buttons.of(messages.text("price.more"), Feather.PLUS, () -> add(next(bands.size()), bands, rows)
        .focus());
    draft.bands().forEach(band -> add(band, bands, rows));
    Label problem = Panes.paragraph("", StyleClass.DANGER);
    Button keep = Buttons.primary(messages.text("price.keep"), Feather.CHECK, () -> keep(new PriceDraft(price.getText(),
        currency.getText(), co2.getText(), bands.stream().map(BandRow::draft).toList()), problem));
    keep.setDefaultButton(true);
    GridPane form = new GridPane();
    form.getStyleClass().add(StyleClass.FORM);
    form.addRow(0, label("price.per-kwh", price), price);
    form.addRow(1, label("price.currency", currency), currency);
    form.add(rows, 0, 2, 2, 1);
    form.add(more, 0, 3, 2, 1);
    form.addRow(4, label("price.co2", co2), co2);
    form.add(Panes.shownWhile(problem, problem.textProperty().map(text -> !text.isEmpty())), 0, 5, 2, 1);
    form.add(keep, 1, 6);
    return form;
  }

  private void keep(PriceDraft draft, Label problem) {
    switch (draft.meaning(messages)) {
      case PriceDraft.Understood(var understood) -> {
        problem.setText("");
        prices.set(understood);
        kept.run();
      }
      case PriceDraft.NotUnderstood(String sentence) -> problem.setText(sentence);
    }
  }

  private BandRow add(BandDraft band, List<BandRow> bands, VBox rows) {
    BandRow row = new BandRow(band, messages, gone -> {
      bands.remove(gone);
      rows.getChildren().remove(gone);
    });
    bands.add(row);
    rows.getChildren().add(row);
    return row;
  }

  /// What somebody most likely wants to add: the night, then the weekend.
  private BandDraft next(int present) {
    return switch (present) {
      case 0 -> new BandDraft(messages.text("price.night"), EVERY_DAY, 22, 6, "");
      case 1 -> new BandDraft(messages.text("price.weekend"), WEEKEND, 6, 22, "");
      default -> new BandDraft("", Set.of(), 0, 24, "");
    };
  }

  private Label label(String key, TextField field) {
    Label label = new Label(messages.text(key));
    label.setLabelFor(field);
    return label;
  }
}
