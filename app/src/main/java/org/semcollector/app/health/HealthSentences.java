package org.semcollector.app.health;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/// Findings in plain words. All texts are in the bundle `health`.
public final class HealthSentences {
  private final ResourceBundle bundle;
  private final Locale locale;
  private final ZoneId zone;
  private final Map<Integer, String> channelNames;

  /// Channels have no names.
  ///
  /// @param locale the language, and how numbers are written
  /// @param zone of the meter, for dates
  public HealthSentences(Locale locale, ZoneId zone) {
    this(locale, zone, Map.of());
  }

  /// @param channelNames what people call the channels, by number
  public HealthSentences(Locale locale, ZoneId zone, Map<Integer, String> channelNames) {
    this.locale = locale;
    this.zone = zone;
    this.channelNames = Map.copyOf(channelNames);
    this.bundle = ResourceBundle.getBundle("org.semcollector.app.health.health", locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /// What was seen, by which figures, and what to do.
  public String sentence(Finding finding) {
    Object[] values = finding.evidence().stream().map(this::shown).toArray();
    String sentence = text(finding.rule(), values);
    if (finding.channel() == 0)
      return sentence;
    String name = channelNames.get(finding.channel());
    return name == null
        ? text("channel", finding.channel(), sentence)
        : text("channel.named", finding.channel(), sentence, name);
  }

  /// How full the memory is and when it will be.
  public String memory(MemoryForecast memory) {
    return text("forecast", memory.records(), memory.capacity(), shown(memory.full()));
  }

  /// The verdict in one sentence.
  public String summary(HealthVerdict verdict) {
    String key = verdict.readings() == 0 && verdict.findings().isEmpty()
        ? "summary.unknown"
        : verdict.worst().map(worst -> "summary." + worst).orElse("summary.well");
    return text(key, verdict.findings().size(), verdict.readings());
  }

  private Object shown(Object value) {
    return switch (value) {
      case Instant instant -> DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale)
          .format(instant.atZone(zone));
      case MissingHours missing -> missing.hours().entrySet().stream()
          .map(cause -> text("missing." + cause.getKey(), cause.getValue())).collect(Collectors.joining(", "));
      default -> value;
    };
  }

  private String text(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }
}
