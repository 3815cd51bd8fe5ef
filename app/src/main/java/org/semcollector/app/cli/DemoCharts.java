package org.semcollector.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.semcollector.app.chart.ChartLabels;
import org.semcollector.app.chart.ChartPictures;
import org.semcollector.app.chart.ChartPictures.Drawn;
import org.semcollector.app.chart.ChartRequest;
import org.semcollector.app.chart.Period;
import org.semcollector.app.store.MeterRow;

/// The demo's pictures: hours, days, months and voltage of the meter with the longest history, and everybody's share.
final class DemoCharts implements AutoCloseable {
  private final Services services;
  private final Path folder;
  private final List<MeterRow> meters;
  private final ZoneId zone;
  private final ChartLabels labels;
  private final ChartPictures pictures;

  DemoCharts(Services services, Path folder) throws Exception {
    this.services = services;
    this.folder = folder;
    this.meters = services.meters().meters().stream().filter(meter -> meter.readings() > 0)
        .sorted(Comparator.comparing(DemoCharts::span).reversed()).toList();
    this.zone = meters.isEmpty() ? services.zone() : meters.getFirst().zone();
    this.labels = new ChartLabels(zone, services.locale());
    this.pictures = services.charts(labels);
  }

  private static Duration span(MeterRow meter) {
    Instant first = meter.firstMeasuredAt().orElse(Instant.EPOCH);
    return Duration.between(first, meter.lastMeasuredAt().orElse(first));
  }

  List<Path> draw() throws Exception {
    var drawn = new ArrayList<Path>();
    if (meters.isEmpty())
      return drawn;
    for (ChartView view : ChartView.values()) {
      boolean everybody = view == ChartView.SHARE;
      drawn.add(draw(view, everybody ? meters : meters.subList(0, 1)));
    }
    return drawn;
  }

  private Path draw(ChartView view, List<MeterRow> shown) throws Exception {
    Instant now = services.clock().instant();
    Period period = Period.around(view.kind(), lastFull(shown, now, view), zone);
    var data = ChartData.of(services.buckets(), shown,
        new ChartData.Asked(view, period.range(zone), zone, false, EarlierTime.PREVIOUS, now));
    String title = shown.size() == 1 ? shown.getFirst().name() : shown.size() + " meters";
    var request = new ChartRequest(view.content(data, labels), title, period.label(services.locale()),
        ChartRequest.Scheme.LIGHT, 1200, 600);
    Path file = folder.resolve(view.name().toLowerCase(java.util.Locale.ROOT) + ".png");
    return switch (pictures.write(request, file)) {
      case Drawn.Written(Path written) -> written;
      case Drawn.NotPossible(String sentence) -> throw new CliException(sentence);
    };
  }

  /// An instant in the newest period that is over, where there is one: a whole day tells more than its first hour.
  private Instant lastFull(List<MeterRow> shown, Instant now, ChartView view) {
    Instant newest = shown.getFirst().lastMeasuredAt().orElse(now);
    Instant oldest = shown.getFirst().firstMeasuredAt().orElse(now);
    Instant before = Period.around(view.kind(), newest, zone).range(zone).from().minusMillis(1);
    return before.isAfter(oldest) && view.kind() != Period.Kind.YEAR ? before : newest;
  }

  @Override
  public void close() {
    pictures.close();
  }
}
