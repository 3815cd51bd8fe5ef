package org.semcollector.app.wifi.doctor;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/// Findings in plain words. All texts are in the bundle `doctor`.
public final class DoctorSentences {
  private final ResourceBundle bundle;
  private final Locale locale;

  public DoctorSentences(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle("org.semcollector.app.wifi.doctor.doctor", locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /// The check in a word or two.
  public String name(DoctorCheck check) {
    return bundle.getString("name." + key(check));
  }

  /// What was looked at.
  public String checked(DoctorFinding finding) {
    return bundle.getString("checked." + key(finding.check()));
  }

  /// What was seen.
  public String found(DoctorFinding finding) {
    return text("found." + finding.cause(), finding);
  }

  /// What to do; empty when there is nothing to do.
  public Optional<String> toDo(DoctorFinding finding) {
    String key = "todo." + finding.cause();
    return bundle.containsKey(key) ? Optional.of(text(key, finding)) : Optional.empty();
  }

  /// All in one sentence: the first thing to mend, or that all is well.
  public String summary(List<DoctorFinding> findings) {
    return findings.stream().filter(finding -> finding.outcome() == DoctorFinding.Outcome.PROBLEM).findFirst()
        .map(first -> found(first) + toDo(first).map(todo -> " " + todo).orElse(""))
        .orElseGet(() -> bundle.getString("summary.well"));
  }

  private String text(String key, DoctorFinding finding) {
    return new MessageFormat(bundle.getString(key), locale)
        .format(finding.evidence().stream().map(DoctorSentences::shown).toArray());
  }

  private static Object shown(Object value) {
    return value instanceof Number ? value : value.toString();
  }

  private static String key(DoctorCheck check) {
    return check.name().toLowerCase(Locale.ROOT);
  }
}
