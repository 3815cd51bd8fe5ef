package org.semcollector.app.ui.charts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.DoubleFunction;
import javafx.animation.AnimationTimer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.semcollector.app.chart.Axis;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.EnergyBar;
import org.semcollector.app.chart.EnergyBars;
import org.semcollector.app.chart.EnergyUnit;
import org.semcollector.app.chart.LinePanels;
import org.semcollector.app.chart.TimeSeries;
import org.semcollector.app.chart.Viewport;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Theme;
import org.semcollector.app.ui.fx.Toolkit;

/// Measures how smoothly charts pan and zoom, and how soon one is there, drawn by software without a display.
public final class FrameBench {
  private static final int WIDTH = 1200;
  private static final int HEIGHT = 600;
  private static final int FRAMES = 240;
  private static final int WARM_UP = 60;
  private static final int BARS = 744;
  private static final int POINTS = 1_000_000;
  private static final int FIRST_PAINTS = 15;
  private static final long HOUR = 3_600_000;
  private static final double FRAME_LIMIT = 1000.0 / 60;
  private static final double PAINT_LIMIT = 100;

  private final ChartLabels labels = new ChartLabels(ZoneOffset.UTC, Locale.ROOT);
  private final Messages messages = new Messages(Locale.ROOT);

  /// @return lines for people; each figure stands beside its limit
  public List<String> run() throws ExecutionException, InterruptedException {
    if (Toolkit.startWithoutDisplay(messages) instanceof Toolkit.State.Missing(String sentence))
      return List.of(sentence);
    List<String> lines = new ArrayList<>();
    lines.add(firstPaint());
    lines.add(frames(BARS + " bars, panned", () -> new EnergyChart(bars(), labels, messages), FrameBench::panned));
    lines.add(frames(BARS + " bars, zoomed", () -> new EnergyChart(bars(), labels, messages), FrameBench::zoomed));
    LinePanels million = million();
    lines.add(frames("1,000,000 points, panned", () -> new LinesChart(million, labels, messages), FrameBench::panned));
    lines.add(frames("1,000,000 points, zoomed", () -> new LinesChart(million, labels, messages), FrameBench::zoomed));
    return lines;
  }

  private static Viewport panned(double phase) {
    double middle = 0.5 + 0.35 * Math.sin(phase * 2 * Math.PI);
    return new Viewport(middle - 0.15, middle + 0.15);
  }

  private static Viewport zoomed(double phase) {
    double breadth = Math.pow(10, -1.3 * (1 - Math.cos(phase * 2 * Math.PI)) / 2);
    return Viewport.WHOLE.zoomed(0.4, breadth, 0.01);
  }

  private interface Making {
    CanvasChart chart();
  }

  private String frames(String what, Making making, DoubleFunction<Viewport> move)
      throws ExecutionException, InterruptedException {
    CompletableFuture<double[]> measured = new CompletableFuture<>();
    Toolkit.onScreenThread(() -> {
      CanvasChart chart = making.chart();
      Stage stage = stage(chart);
      new Frames(chart, stage, move, measured).start();
      return true;
    });
    double[] millis = measured.get();
    Arrays.sort(millis);
    double late = Arrays.stream(millis).filter(time -> time > FRAME_LIMIT * 1.5).count() * 100.0 / millis.length;
    return String.format(Locale.ROOT, "%s: a frame every %.1f ms (median), %.1f ms (95 of 100), %.0f %% missed; "
        + "limit %.1f ms", what, millis[millis.length / 2], millis[millis.length * 95 / 100], late, FRAME_LIMIT);
  }

  private static Stage stage(Parent chart) {
    Stage stage = new Stage();
    stage.setScene(new Scene(chart, WIDTH, HEIGHT));
    Theme.apply(stage.getScene(), false, 1);
    stage.show();
    return stage;
  }

  /// From the finished numbers to the finished picture, in a window that is open as the program's is.
  private String firstPaint() throws ExecutionException, InterruptedException {
    double[] millis = Toolkit.onScreenThread(() -> {
      StackPane place = new StackPane();
      Stage stage = stage(place);
      stage.getScene().snapshot(null);
      double[] times = new double[FIRST_PAINTS];
      for (int i = 0; i < FIRST_PAINTS; i++) {
        long start = System.nanoTime();
        place.getChildren().setAll(new EnergyChart(bars(), labels, messages));
        stage.getScene().snapshot(null);
        times[i] = (System.nanoTime() - start) / 1e6;
      }
      stage.close();
      return times;
    });
    double first = millis[0];
    Arrays.sort(millis);
    return String.format(Locale.ROOT,
        "A month of %d hours, first paint: %.0f ms (median), %.0f ms (the very first, with "
            + "all classes to load); limit %.0f ms",
        BARS, millis[FIRST_PAINTS / 2], first, PAINT_LIMIT);
  }

  private EnergyBars bars() {
    List<EnergyBar> bars = new ArrayList<>();
    for (int i = 0; i < BARS; i++) {
      Instant from = Instant.ofEpochMilli(i * HOUR);
      bars.add(new EnergyBar(from, from.plusMillis(HOUR), List.of(OptionalDouble.of(0.4 + load(i))), 1,
          EnergyBar.State.COMPLETE, Optional.empty(), 0, OptionalDouble.empty(), ""));
    }
    return new EnergyBars(BucketUnit.HOUR, List.of("SEM"), bars, EnergyUnit.KWH, Axis.covering(0, 2, 5, Locale.ROOT));
  }

  /// Voltage and current, half a million points each.
  private static LinePanels million() {
    int count = POINTS / 2;
    long[] times = new long[count];
    float[] volts = new float[count];
    float[] amperes = new float[count];
    for (int i = 0; i < count; i++) {
      times[i] = i * 60_000L;
      volts[i] = (float) (230 + 6 * load(i));
      amperes[i] = (float) (2 + 2 * load(3L * i));
    }
    return new LinePanels(Instant.EPOCH, Instant.ofEpochMilli(times[count - 1]), List.of(
        panel(LinePanels.Quantity.VOLTAGE, times, volts), panel(LinePanels.Quantity.CURRENT, times, amperes)),
        List.of());
  }

  private static LinePanels.Panel panel(LinePanels.Quantity quantity, long[] times, float[] values) {
    TimeSeries series = TimeSeries.of(times, values);
    return new LinePanels.Panel(quantity, Axis.covering(quantity.fromZero() ? 0 : series.low(0, series.size()),
        series.high(0, series.size()), 3, Locale.ROOT), List.of(new LinePanels.Trace("SEM", 0, series)));
  }

  /// Something like a household: a daily swing and much that looks like chance, always the same.
  private static double load(long i) {
    return 0.5 + 0.5 * Math.sin(i / 24.0 * 2 * Math.PI) + 0.4 * Math.sin(i * 12.9898) * Math.sin(i * 78.233);
  }

  /// Moves what is seen with every frame and notes the time between frames.
  private static final class Frames extends AnimationTimer {
    private final CanvasChart chart;
    private final Stage stage;
    private final DoubleFunction<Viewport> move;
    private final CompletableFuture<double[]> measured;
    private final double[] millis = new double[FRAMES];
    private long last;
    private int frame = -WARM_UP;

    Frames(CanvasChart chart, Stage stage, DoubleFunction<Viewport> move, CompletableFuture<double[]> measured) {
      this.chart = chart;
      this.stage = stage;
      this.move = move;
      this.measured = measured;
    }

    @Override
    public void handle(long now) {
      if (frame > 0)
        millis[frame - 1] = (now - last) / 1e6;
      last = now;
      chart.see(move.apply(Math.floorMod(frame, FRAMES) / (double) FRAMES));
      if (frame++ < FRAMES)
        return;
      stop();
      stage.close();
      measured.complete(millis);
    }
  }
}
