package org.semcollector.app.ui.charts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.StringProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.image.Image;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.chart.ChartKind;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.ChartRequest;
import org.semcollector.app.chart.Viewport;
import org.semcollector.app.export.About;
import org.semcollector.app.export.CorrectionNames;
import org.semcollector.app.export.CsvStyle;
import org.semcollector.app.export.CsvWriter;
import org.semcollector.app.export.SpreadsheetFormat;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.PngFile;
import org.semcollector.app.ui.fx.StyleClass;

/// Takes along what is seen: as a picture, or its numbers.
///
/// @param said what came of it
record ExportMenu(ChartsViewModel vm, ChartPane pane, ChartsScreen.Actions actions, StringProperty said,
    Messages messages) implements Builder<MenuButton> {
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 900;
  /// Excel knows by the mark at the beginning that the text is UTF-8.
  private static final SpreadsheetFormat CSV = (out, _) -> new CsvWriter(out,
      new CsvStyle(',', '.', CsvStyle.LineEnd.CRLF, true));

  @Override
  public MenuButton build() {
    MenuButton menu = new MenuButton(messages.text("export.button"), Icons.of(Feather.DOWNLOAD));
    menu.getItems().addAll(item("export.png", this::picture),
        item("export.csv", content -> numbers(content, ".csv", messages.text("export.csv"), CSV)),
        item("export.xlsx",
            content -> numbers(content, ".xlsx", messages.text("export.xlsx"), actions.spreadsheets())));
    menu.disableProperty().bind(vm.contentProperty().map(content -> content.flatMap(ChartsContent::view).isEmpty()));
    return menu;
  }

  private MenuItem item(String key, java.util.function.Consumer<ChartsContent> action) {
    MenuItem item = new MenuItem(messages.text(key));
    item.setOnAction(_ -> vm.contentProperty().get().ifPresent(action));
    return item;
  }

  private void picture(ChartsContent content) {
    Optional<Path> file = actions.files().save(name(content) + ".png", messages.text("export.png"));
    if (file.isEmpty() || content.view().isEmpty())
      return;
    boolean dark = pane.getScene() != null && pane.getScene().getRoot().getStyleClass().contains(StyleClass.DARK);
    ChartLabels labels = new ChartLabels(content.facts().zone(), messages.locale());
    ChartRequest request = new ChartRequest(content.view().get(),
        messages.of("view-title", content.facts().choice().kind()) + ", " + meters(), content.period()
            .label(messages.locale()) + "  (" + labels.zone().getId() + ")",
        dark ? ChartRequest.Scheme.DARK : ChartRequest.Scheme.LIGHT, WIDTH, HEIGHT);
    Image image = new SeenPicture(new ChartFrame(labels, messages)).of(request, content.facts().marks(),
        pane.canvas().map(CanvasChart::view).orElse(Viewport.WHOLE));
    run(file.get(), _ -> {
      PngFile.write(image, file.get());
      return file.get();
    });
  }

  private void numbers(ChartsContent content, String ending, String kind, SpreadsheetFormat format) {
    Optional<Path> file = actions.files().save(name(content) + ending, kind);
    if (file.isEmpty())
      return;
    String title = messages.of("view-title", content.facts().choice().kind());
    List<About.Line> about = List.of(new About.Line(messages.text("table.meter"), meters()),
        new About.Line(messages.text("table.time"), content.period().label(messages.locale())),
        new About.Line(messages.text("export.zone"), zones(content)));
    List<MeterRow> shown = List.copyOf(vm.metersProperty().get());
    run(file.get(), progress -> {
      table(content, shown, new About(title, about)).write(file.get(), format, progress);
      return file.get();
    });
  }

  /// The table with what the times of each meter come from.
  private TableFile table(ChartsContent content, List<MeterRow> shown, About about) throws StoreException {
    List<CorrectionNames> corrections = new ArrayList<>();
    List<About.Line> lines = new ArrayList<>(about.lines());
    for (MeterRow meter : shown) {
      CorrectionNames names = actions.corrections().of(meter.ssid());
      corrections.add(names);
      lines.add(new About.Line(meter.ssid().value(), messages.text("export.times-by", meter.name(),
          names.all().isEmpty() ? messages.text("export.correction-unknown") : names.all())));
    }
    return new TableFile(content.table(), new About(about.title(), lines), content.facts().zone(), zones(content),
        CorrectionNames.all(corrections), messages.text("export.zone"), messages.text("export.correction"));
  }

  /// Shares count the days of each meter in its own zone, all else in that of the first meter.
  private String zones(ChartsContent content) {
    return content.facts().choice().kind() == ChartKind.SHARE
        ? vm.metersProperty().get().stream().map(meter -> meter.zone().getId()).distinct().sorted()
            .collect(Collectors.joining(", "))
        : content.facts().zone().getId();
  }

  private void run(Path file, Tasks.Work<Path> work) {
    said.set("");
    actions.tasks().run(messages.text("task.export", file.getFileName()), work,
        written -> said.set(messages.text("export.done", written)),
        failure -> said.set(messages.text("export.failed", String.valueOf(failure.getMessage()))));
  }

  private String meters() {
    int count = vm.metersProperty().get().size();
    return count == 1 ? vm.metersProperty().get().getFirst().name() : messages.text("charts.meters", count);
  }

  private String name(ChartsContent content) {
    String words = messages.of("view", content.facts().choice().kind()) + " " + meters() + " "
        + content.period().label(messages.locale());
    return words.replaceAll("[\\\\/:*?\"<>|,]", "").replaceAll("\\s+", "-");
  }
}
