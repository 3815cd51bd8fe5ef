package org.semcollector.app.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.semcollector.app.chart.ChartChoice;
import org.semcollector.app.chart.ChartKind;
import org.semcollector.app.chart.EnergyBar;
import org.semcollector.app.chart.GapCause;
import org.semcollector.app.chart.LinePanels;
import org.semcollector.app.chart.Mark;
import org.semcollector.app.chart.Period;
import org.semcollector.app.correct.PlacedOutage;
import org.semcollector.app.firmware.Objection;
import org.semcollector.app.health.Severity;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.meter.CollectStep;
import org.semcollector.app.rollup.BucketUnit;
import org.semcollector.app.settings.ServerSettings;
import org.semcollector.app.settings.Settings;
import org.semcollector.app.setup.SetUpResult;
import org.semcollector.app.store.SyncRuns;
import org.semcollector.app.sync.server.Readiness;
import org.semcollector.app.sync.server.TestStep;
import org.semcollector.app.ui.charts.Preset;
import org.semcollector.app.ui.collect.MeterState;
import org.semcollector.app.ui.collect.StepItem;
import org.semcollector.app.ui.collect.WalkPhase;
import org.semcollector.app.ui.firmware.UpdateState;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.meters.MeterFilter;
import org.semcollector.app.ui.meters.MeterSort;
import org.semcollector.app.ui.meters.Signal;
import org.semcollector.app.ui.meters.Verdict;
import org.semcollector.app.ui.meters.WifiState;
import org.semcollector.app.ui.shell.ClockLightViewModel;
import org.semcollector.app.ui.shell.Screen;
import org.semcollector.app.ui.sync.SyncView;
import org.semcollector.app.walk.StopState;
import org.semcollector.app.wifi.doctor.DoctorFinding;
import org.semcollector.protocol.clock.ClockEstimator;
import org.semcollector.protocol.clock.ClockEstimators;
import org.semcollector.protocol.clock.Why;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MessagesTest {
  private static final Path SOURCES = Path.of(System.getProperty("sem.root"),
      "app/src/main/java/org/semcollector/app/ui");
  private static final Path BUNDLE = Path.of(System.getProperty("sem.root"),
      "app/src/main/resources/org/semcollector/app/ui/messages.properties");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)\"");
  private static final Pattern PREFIX = Pattern.compile("messages\\.of\\(\\s*\"([^\"]+)\"");

  private final ResourceBundle bundle = ResourceBundle.getBundle("org.semcollector.app.ui.messages", Locale.ROOT);
  private final Messages messages = new Messages(Locale.UK);

  @Test
  void everyKeyThatIsUsedExistsAndNoneIsUnused() throws IOException {
    String code = code();
    Set<String> prefixes = found(PREFIX, code);
    Set<String> used = found(LITERAL, code);
    used.add("number");
    Set<String> unused = new TreeSet<>(bundle.keySet());
    unused
        .removeIf(key -> used.contains(key) || prefixes.contains(key.substring(0, Math.max(0, key.lastIndexOf('.')))));
    assertEquals(Set.of(), unused);
    Set<String> asked = found(Pattern.compile("\\btext\\(\\s*\"([^\"]+)\""), code);
    asked.removeAll(bundle.keySet());
    assertEquals(Set.of(), asked);
    assertTrue(used.size() > 80, "the search for keys finds too little");
  }

  @Test
  void everyConstantThatIsShownHasItsText() {
    has("chart.gap", GapCause.values());
    Period.Kind[] kinds = {Period.Kind.DAY, Period.Kind.WEEK, Period.Kind.MONTH, Period.Kind.YEAR};
    has("period", kinds);
    has("period.as", kinds);
    has("preset", Preset.values());
    has("view", ChartKind.values());
    has("view-title", ChartKind.values());
    has("buckets", BucketUnit.values());
    has("compare", ChartChoice.Compare.values());
    has("mark", Mark.Kind.values());
    has("chart.quantity", LinePanels.Quantity.values());
    has("state-of-bar", EnergyBar.State.values());
    has("step", CollectStep.values());
    has("step-says", CollectStep.values());
    has("step-state", StepItem.State.values());
    has("state", MeterState.values());
    has("result", CollectResult.State.values());
    has("wifi", WifiState.values());
    has("walk", WalkPhase.values());
    has("stop", StopState.values());
    has("signal", Signal.values());
    has("verdict", Verdict.values());
    has("filter", MeterFilter.values());
    has("sort", MeterSort.values());
    has("doctor-outcome", DoctorFinding.Outcome.values());
    has("clock", ClockLightViewModel.Level.values());
    has("screen", Screen.values());
    has("sureness", PlacedOutage.Sureness.values());
    has("why", Why.values());
    for (ClockEstimator estimator : ClockEstimators.all()) {
      assertTrue(!messages.of("method", estimator.name()).isBlank());
      assertTrue(!messages.of("method-says", estimator.name()).isBlank());
    }
    has("theme", Settings.Theme.values());
    has("update-state", UpdateState.values());
    for (String rule : ResourceBundle.getBundle("org.semcollector.app.health.health", Locale.ROOT).keySet())
      if (!rule.contains(".") && !rule.equals("channel") && !rule.equals("forecast"))
        assertTrue(!messages.of("rule", rule).isBlank() && !messages.of("rule-when", rule).isBlank());
    has("severity", Severity.values());
    for (Objection.Kind kind : Objection.Kind.values())
      if (kind.isOverridable())
        assertTrue(!messages.of("campaign.insist", kind).isBlank());
    has("set-up.result", SetUpResult.State.values());
    has("set-up.what-next", SetUpResult.State.values());
    has("figure.peak", BucketUnit.values());
    has("sync.by", ServerSettings.SignIn.values());
    has("sync.hint", ServerSettings.SignIn.values());
    has("sync.part", SyncView.Part.values());
    has("sync.auto", Readiness.Why.values());
    has("test-outcome", TestStep.Outcome.values());
    has("history", SyncRuns.Outcome.values());
  }

  @Test
  void everyTextIsAValidPatternAndNoKeyStandsTwice() throws IOException {
    for (String key : bundle.keySet())
      assertDoesNotThrow(() -> new MessageFormat(bundle.getString(key), Locale.UK), key);
    List<String> keys = Files.readAllLines(BUNDLE).stream().filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("=", 2)[0].strip()).toList();
    assertEquals(keys.size(), Set.copyOf(keys).size(), "a key stands twice");
  }

  private void has(String prefix, Enum<?>[] constants) {
    for (Enum<?> constant : constants)
      assertTrue(!messages.of(prefix, constant).isBlank());
  }

  private static Set<String> found(Pattern pattern, String code) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(code);
    while (matcher.find())
      found.add(matcher.group(1));
    return found;
  }

  private static String code() throws IOException {
    StringBuilder code = new StringBuilder();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList())
        code.append(Files.readString(file)).append('\n');
    }
    return code.toString();
  }
}
