package org.semcollector.app.ui.charts;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.semcollector.app.chart.ChartRequest;
import org.semcollector.app.chart.ChartRequest.Content;
import org.semcollector.app.chart.Mark;
import org.semcollector.app.chart.Viewport;
import org.semcollector.app.ui.fx.Theme;

/// Draws a chart as it is seen, with its title, marks and zoom, in the size of a page.
record SeenPicture(ChartFrame frame) {
  /// Picture width at which text has the window's size.
  private static final double WIDTH_AT_SCALE_1 = 1000;

  /// To be called on the screen's thread.
  WritableImage of(ChartRequest request, List<Mark> marks, Viewport seen) {
    Region root = frame.of(request);
    root.lookupAll("." + org.semcollector.app.ui.fx.StyleClass.CANVAS_CHART).forEach(node -> {
      if (node instanceof EnergyChart chart && request.content() instanceof Content.Energy(var bars))
        chart.show(bars, marks);
      if (node instanceof LinesChart chart && request.content() instanceof Content.Lines(var lines))
        chart.show(lines, marks);
      if (node instanceof CanvasChart chart)
        chart.see(seen);
    });
    Scene scene = new Scene(root, request.width(), request.height());
    Theme.apply(scene, request.scheme() == ChartRequest.Scheme.DARK, request.width() / WIDTH_AT_SCALE_1);
    // TilesFX lays its tiles out only in a window that shows
    Stage stage = new Stage(StageStyle.TRANSPARENT);
    stage.setOpacity(0);
    stage.setScene(scene);
    stage.show();
    root.applyCss();
    root.layout();
    WritableImage picture = scene.snapshot(null);
    stage.close();
    return picture;
  }
}
