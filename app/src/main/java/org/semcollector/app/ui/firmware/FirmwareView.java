package org.semcollector.app.ui.firmware;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Columns;
import org.semcollector.app.ui.fx.FileOpening;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// The firmware on this laptop, what is in it, and which meters get it.
public record FirmwareView(PackagesViewModel packages, CampaignViewModel campaign, FileOpening files,
    Messages messages, Formats formats) implements Builder<Region> {
  private static final double TWO_COLUMNS_EM = 62;

  @Override
  public Region build() {
    Region meters = new CampaignView(campaign, messages).build();
    VBox.setVgrow(meters, Priority.ALWAYS);
    ScrollPane scroll = new ScrollPane(Panes.column(StyleClass.PAGE,
        Panes.label(messages.text("firmware.title"), StyleClass.TITLE), Panes.problem(packages.problemProperty()),
        new Columns(TWO_COLUMNS_EM, offers(), new OfferView(packages, messages, formats).build()), meters));
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.setOnDragOver(this::over);
    scroll.setOnDragDropped(this::dropped);
    return scroll;
  }

  private Region offers() {
    ListView<Offer> list = new ListView<>(packages.offers());
    list.getStyleClass().addAll(StyleClass.METER_LIST, StyleClass.OFFER_LIST);
    list.setCellFactory(_ -> new OfferCell(messages, formats));
    list.setPlaceholder(Panes.paragraph(messages.text("firmware.none"), StyleClass.MUTED));
    packages.chosenProperty().subscribe(chosen -> chosen.ifPresent(offer -> list.getSelectionModel().select(offer)));
    list.getSelectionModel().selectedItemProperty().subscribe(offer -> {
      if (offer != null && packages.chosenProperty().get().filter(offer::equals).isEmpty())
        packages.choose(offer);
    });
    Label title = Panes.label(messages.text("firmware.held"), StyleClass.HEADING);
    title.setLabelFor(list);
    Button inspect = Buttons.of(messages.text("firmware.inspect"), Feather.SEARCH,
        () -> files.open(messages.text("firmware.file-kind"), List.of("*.bin", "*.*")).ifPresent(packages::inspect));
    ProgressBar loading = new ProgressBar();
    loading.setMaxWidth(Double.MAX_VALUE);
    loading.setAccessibleText(messages.text("task.firmware"));
    return Panes.column(StyleClass.CARD, title, Panes.shownWhile(loading, packages.loadingProperty()), list,
        Panes.row(StyleClass.TIGHT, inspect,
            Panes.paragraph(messages.text("firmware.drop"), StyleClass.MUTED, StyleClass.SMALL)));
  }

  private void over(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    List<Path> dropped = event.getDragboard().getFiles().stream().map(java.io.File::toPath).toList();
    dropped.forEach(packages::inspect);
    event.setDropCompleted(!dropped.isEmpty());
    event.consume();
  }
}
