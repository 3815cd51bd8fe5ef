package org.semcollector.app.ui.charts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.ChartPictures;
import org.semcollector.app.chart.ChartRequest;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.PngFile;
import org.semcollector.app.ui.fx.Theme;
import org.semcollector.app.ui.fx.Toolkit;

/// Draws the window's charts into PNG files without a display.
public final class FxChartPictures implements ChartPictures {
  /// Picture width at which text has the window's size.
  private static final double WIDTH_AT_SCALE_1 = 800;

  private final Toolkit.State state;
  private final ChartFrame frame;
  private final Messages messages;

  private FxChartPictures(Toolkit.State state, ChartFrame frame, Messages messages) {
    this.state = state;
    this.frame = frame;
    this.messages = messages;
  }

  /// Starts the toolkit if none runs. When that is not possible every picture says so.
  public static FxChartPictures open(ChartLabels labels) {
    Messages messages = new Messages(labels.locale());
    return new FxChartPictures(Toolkit.startWithoutDisplay(messages), new ChartFrame(labels, messages), messages);
  }

  @Override
  public Drawn write(ChartRequest request, Path file) {
    return switch (state) {
      case Toolkit.State.Missing(var sentence) -> new Drawn.NotPossible(sentence);
      case Toolkit.State.Ready() -> draw(request, file);
    };
  }

  /// The toolkit stays, because a JVM can start it only once; its thread keeps the JVM alive until `System.exit`.
  @Override
  public void close() {}

  private Drawn draw(ChartRequest request, Path file) {
    try {
      PngFile.write(Toolkit.onScreenThread(() -> picture(request)), file);
      return new Drawn.Written(file);
    } catch (InterruptedException _) {
      return new Drawn.NotPossible(messages.text("picture.interrupted"));
    } catch (IOException e) {
      return new Drawn.NotPossible(messages.text("picture.not-written", file, String.valueOf(e.getMessage())));
    } catch (ExecutionException e) {
      return new Drawn.NotPossible(messages.text("picture.not-drawn", String.valueOf(e.getCause())));
    }
  }

  private WritableImage picture(ChartRequest request) {
    Region root = frame.of(request);
    Scene scene = new Scene(root, request.width(), request.height());
    double scale = Math.clamp(request.width() / WIDTH_AT_SCALE_1, 0.8, 4);
    Theme.apply(scene, request.scheme() == ChartRequest.Scheme.DARK, scale);
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
