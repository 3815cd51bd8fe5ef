package org.semcollector.app.health;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/// Findings in plain words. All texts are in the bundle `health`.
public final class HealthSentences {
  private final ResourceBundle bundle;
  private final Locale locale;
  private final ZoneId zone;

  /// @param locale the language, and how numbers are written
  /// @param zone of the meter, for dates
  public HealthSentences(Locale locale, ZoneId zone) {
    this.locale = locale;
    this.zone = zone;
    this.bundle = ResourceBundle.getBundle("org.semcollector.app.health.health", locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /// What was seen, by which figures, and what to do.
  public String sentence(Finding finding) {
    Object[] values = finding.evidence().stream().map(this::shown).toArray();
    String sentence = new MessageFormat(bundle.getString(finding.rule()), locale).format(values);
    return finding.channel() == 0
        ? sentence
        : new MessageFormat(bundle.getString("channel"), locale).format(new Object[]{finding.channel(), sentence});
  }

  /// The verdict in one sentence.
  public String summary(HealthVerdict verdict) {
    String key = verdict.readings() == 0 && verdict.findings().isEmpty()
        ? "summary.unknown"
        : verdict.worst().map(worst -> "summary." + worst).orElse("summary.well");
    return new MessageFormat(bundle.getString(key), locale)
        .format(new Object[]{verdict.findings().size(), verdict.readings()});
  }

  private Object shown(Object value) {
    return value instanceof Instant instant
        ? DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(instant.atZone(zone))
        : value;
  }
}
