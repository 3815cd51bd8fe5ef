package org.semcollector.app.ui.charts;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.ChartRequest;
import org.semcollector.app.chart.DurationCurves;
import org.semcollector.app.chart.LinePanels;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.StyleClass;
import org.semcollector.app.ui.tiles.ShareDonut;

/// A chart with its title and legend, as it stands in a picture file.
final class ChartFrame {
  private final ChartLabels labels;
  private final Messages messages;

  ChartFrame(ChartLabels labels, Messages messages) {
    this.labels = labels;
    this.messages = messages;
  }

  Region of(ChartRequest request) {
    Label title = new Label(request.title());
    title.getStyleClass().add(StyleClass.HEADING);
    Label subtitle = new Label(request.subtitle());
    subtitle.getStyleClass().add(StyleClass.MUTED);
    HBox head = new HBox(title, spacer(), subtitle);
    head.setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
    Region chart = chart(request.content());
    VBox.setVgrow(chart, Priority.ALWAYS);
    VBox frame = new VBox(head, chart);
    legend(request.content()).forEach(frame.getChildren()::add);
    frame.getStyleClass().add(StyleClass.PICTURE);
    return frame;
  }

  private Region chart(ChartRequest.Content content) {
    return switch (content) {
      case ChartRequest.Content.Energy(var bars) -> new EnergyChart(bars, labels, messages);
      case ChartRequest.Content.Share(var slices) -> new ShareDonut(slices, labels, messages);
      case ChartRequest.Content.Lines(var lines) -> new LinesChart(lines, labels, messages);
      case ChartRequest.Content.Heat(var grid) -> new HeatChart(grid, labels, messages);
      case ChartRequest.Content.Duration(var curves) -> new DurationChart(curves, labels, messages);
      case ChartRequest.Content.Profile(var lines) -> new ProfileChart(lines, labels, messages);
    };
  }

  private List<Node> legend(ChartRequest.Content content) {
    List<String> names = switch (content) {
      case ChartRequest.Content.Energy(var bars) -> bars.meters();
      case ChartRequest.Content.Lines(var lines) -> lines.panels().isEmpty()
          ? List.of()
          : lines.panels().getFirst().traces().stream().map(LinePanels.Trace::name).toList();
      case ChartRequest.Content.Duration(var curves) -> curves.curves().stream().map(DurationCurves.Curve::name)
          .toList();
      case ChartRequest.Content.Profile(_) -> List.of(messages.text("chart.profile.weekdays"),
          messages.text("chart.profile.weekends"));
      case ChartRequest.Content.Share(_),ChartRequest.Content.Heat(_) -> List.of();
    };
    return names.size() > 1 ? List.of(legend(names)) : List.of();
  }

  /// Names of meters with the colours of their bars.
  static Region legend(List<String> meters) {
    FlowPane legend = new FlowPane();
    legend.getStyleClass().add(StyleClass.LEGEND);
    IntStream.range(0, meters.size()).forEach(i -> {
      Region swatch = new Region();
      swatch.getStyleClass().addAll(StyleClass.SWATCH, StyleClass.series(i));
      legend.getChildren().add(new Label(meters.get(i), swatch));
    });
    return legend;
  }

  private static Region spacer() {
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    return spacer;
  }
}
