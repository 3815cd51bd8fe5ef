package org.semcollector.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.sync.SyncReport;

/// The demo's result: what was reached, and whether everything holds.
final class DemoCard {
  private final Path folder;
  private final List<CollectResult> visits = new ArrayList<>();
  private final List<DemoCheck> checks = new ArrayList<>();
  private final List<Path> pictures = new ArrayList<>();
  private @Nullable SyncReport sync;
  private long onServer;
  private int newTheSecondTime;
  private long onServerTheSecondTime;
  private long nanos;

  DemoCard(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  void visited(CollectResult result) {
    visits.add(result);
  }

  void checked(DemoCheck check) {
    checks.add(check);
  }

  void drew(Path picture) {
    pictures.add(picture);
  }

  void synced(SyncReport report, long stored) {
    sync = report;
    onServer = stored;
  }

  void repeated(int newReadings, long stored) {
    newTheSecondTime = newReadings;
    onServerTheSecondTime = stored;
  }

  void took(long elapsedNanos) {
    nanos = elapsedNanos;
  }

  boolean everythingHolds() {
    return done() == visits.size() && erased() == visits.size() && checks.stream().allMatch(DemoCheck::holds)
        && sync != null && sync.everythingProven() && onServer == stored() && newTheSecondTime == 0
        && onServerTheSecondTime == onServer && !pictures.isEmpty();
  }

  Map<String, Object> document() {
    var document = new LinkedHashMap<String, Object>();
    document.put("ok", everythingHolds());
    document.put("meters", visits.stream().map(CollectCommand::document).toList());
    document.put("trueReadings", sum(DemoCheck::trueReadings));
    document.put("storedReadings", stored());
    document.put("provenReadings", sync == null ? 0 : sync.proven());
    document.put("onServer", onServer);
    document.put("newTheSecondTime", newTheSecondTime);
    document.put("meanRawErrorMinutes", mean(DemoCheck::rawErrorMillis));
    document.put("meanCorrectedErrorMinutes", mean(DemoCheck::correctedErrorMillis));
    document.put("pictures", pictures.stream().map(Path::toString).toList());
    document.put("seconds", nanos / 1e9);
    return document;
  }

  @Override
  public String toString() {
    SyncReport report = sync;
    return String.join("\n",
        "",
        line("Meters", done() + " of " + visits.size() + " collected, " + erased() + " seen empty after the erase"),
        line("Readings", stored() + " stored, each exactly once; the meters had " + sum(DemoCheck::trueReadings)),
        line("Times",
            String.format(Locale.ROOT,
                "%.0f min off on average (the meters' own stamps: %.0f min); the 90 %% range holds "
                    + "%.1f %%",
                mean(DemoCheck::correctedErrorMillis), mean(DemoCheck::rawErrorMillis),
                stored() == 0 ? 0 : 100.0 * sum(DemoCheck::held) / stored())),
        line("Server", (report == null ? 0 : report.proven()) + " proven by reading back; it holds " + onServer),
        line("Once more",
            newTheSecondTime + " new readings, " + (onServerTheSecondTime - onServer) + " more on the server"),
        line("Charts", folder.toString()),
        line("Look at it", "./sem --data-dir " + folder.resolve("simulated")),
        line("Result", (everythingHolds() ? "everything holds" : "NOT EVERYTHING HOLDS")
            + String.format(Locale.ROOT, " (%.1f s)", nanos / 1e9)));
  }

  private static String line(String name, String text) {
    return String.format(Locale.ROOT, "%-11s %s", name, text);
  }

  private long done() {
    return visits.stream().filter(visit -> visit.state() == CollectResult.State.DONE).count();
  }

  private long erased() {
    return visits.stream().filter(CollectResult::erased).count();
  }

  private int stored() {
    return sum(DemoCheck::stored);
  }

  private int sum(java.util.function.ToIntFunction<DemoCheck> part) {
    return checks.stream().mapToInt(part).sum();
  }

  private double mean(java.util.function.ToDoubleFunction<DemoCheck> millis) {
    return stored() == 0 ? 0 : checks.stream().mapToDouble(millis).sum() / stored() / 60_000;
  }
}
