package org.semcollector.app.ui.charts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.semcollector.app.chart.BucketLines;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.ChartPictures.Drawn;
import org.semcollector.app.chart.ChartRequest;
import org.semcollector.app.chart.ChartRequest.Content;
import org.semcollector.app.chart.EnergyBars;
import org.semcollector.app.chart.EnergyPart;
import org.semcollector.app.chart.MeterBuckets;
import org.semcollector.app.chart.SampleBuckets;
import org.semcollector.app.chart.ShareSlices;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.store.ReadingStore.Range;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FxChartPicturesIT {
  private static final ChartLabels LABELS = new ChartLabels(ZoneOffset.UTC, Locale.UK);
  private static final Path PICTURES = Path.of(System.getProperty("sem.root"), "app/target/pictures");
  private static final SampleBuckets SAMPLE = new SampleBuckets();
  private static final Instant NOW = Instant.parse("2024-06-05T18:30:00Z");
  private static final Range NO_GAP = new Range(Instant.EPOCH, Instant.EPOCH);
  private static final Range DAY = range("2024-06-05", "2024-06-06");

  @ParameterizedTest
  @EnumSource(ChartRequest.Scheme.class)
  void everyChartIsDrawnInBothSchemes(ChartRequest.Scheme scheme) throws Exception {
    try (FxChartPictures pictures = FxChartPictures.open(LABELS)) {
      for (var entry : contents().entrySet()) {
        ChartRequest request = new ChartRequest(entry.getValue(), "Energy per " + entry.getKey(), "5 June 2024", scheme,
            1200, 600);
        Path file = PICTURES.resolve("chart-" + entry.getKey() + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png");
        assertInstanceOf(Drawn.Written.class, pictures.write(request, file));
        Image image = new Image(file.toUri().toString());
        assertEquals(1200, image.getWidth());
        assertTrue(inked(image) > 2000, "almost empty: " + file);
      }
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaidInASentence(@TempDir Path folder) throws Exception {
    Path inTheWay = Files.createFile(folder.resolve("file"));
    try (FxChartPictures pictures = FxChartPictures.open(LABELS)) {
      ChartRequest request = new ChartRequest(new Content.Share(ShareSlices.NONE), "t", "s",
          ChartRequest.Scheme.LIGHT, 400, 300);
      Drawn drawn = pictures.write(request, inTheWay.resolve("chart.png"));
      assertTrue(assertInstanceOf(Drawn.NotPossible.class, drawn).sentence().contains("data is safe"));
    }
  }

  private static java.util.Map<String, Content> contents() {
    Range gap = new Range(Instant.parse("2024-06-05T09:00:00Z"), Instant.parse("2024-06-05T13:00:00Z"));
    MeterBuckets day = SAMPLE.of("Bakery", BucketUnit.HOUR, DAY, 1, gap, NOW);
    MeterBuckets month = SAMPLE.of("Bakery", BucketUnit.DAY, range("2024-06-01", "2024-07-01"), 1,
        new Range(Instant.parse("2024-06-01T15:00:00Z"), Instant.parse("2024-06-03T04:00:00Z")), NOW);
    MeterBuckets other = SAMPLE.of("Workshop", BucketUnit.HOUR, DAY, 0.4, NO_GAP, NOW);
    MeterBuckets third = SAMPLE.of("SEM-24:6f:28:ab:cd:ef", BucketUnit.HOUR, DAY, 0.7,
        NO_GAP, NOW);
    MeterBuckets year = SAMPLE.of("Bakery", BucketUnit.MONTH, range("2024-01-01", "2025-01-01"), 1,
        NO_GAP, NOW);
    MeterBuckets hours = SAMPLE.of("Bakery", BucketUnit.HOUR, range("2024-05-01", "2024-06-01"), 1,
        range("2024-05-07", "2024-05-09"), NOW);
    return java.util.Map.of("hour", new Content.Energy(EnergyBars.of(BucketUnit.HOUR, List.of(day), LABELS)), //
        "day", new Content.Energy(EnergyBars.of(BucketUnit.DAY, List.of(month), LABELS)), //
        "month", new Content.Energy(EnergyBars.of(BucketUnit.MONTH, List.of(year), LABELS)), //
        "hours744", new Content.Energy(EnergyBars.of(BucketUnit.HOUR, List.of(hours), LABELS)), //
        "stacked", new Content.Energy(EnergyBars.of(BucketUnit.HOUR, List.of(day, other, third), LABELS)), //
        "share", new Content.Share(ShareSlices.of(Stream.of(day, other, third).map(EnergyPart::of).toList(), "Others")), //
        "lines", new Content.Lines(BucketLines.currentAndVoltage(day, Locale.UK)));
  }

  private static Range range(String from, String to) {
    return new Range(Instant.parse(from + "T00:00:00Z"), Instant.parse(to + "T00:00:00Z"));
  }

  private static int inked(Image image) {
    Color ground = image.getPixelReader().getColor(0, 0);
    int inked = 0;
    for (int y = 0; y < image.getHeight(); y++)
      for (int x = 0; x < image.getWidth(); x++)
        if (!image.getPixelReader().getColor(x, y).equals(ground))
          inked++;
    return inked;
  }
}
