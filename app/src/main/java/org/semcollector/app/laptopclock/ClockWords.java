package org.semcollector.app.laptopclock;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/// What is said about the laptop's clock. All texts are in the bundle `laptopclock`.
public final class ClockWords {
  private final ResourceBundle bundle;
  private final Locale locale;
  private final ZoneId zone;

  /// @param zone in which times are told
  public ClockWords(Locale locale, ZoneId zone) {
    this.locale = locale;
    this.zone = zone;
    this.bundle = ResourceBundle.getBundle("org.semcollector.app.laptopclock.laptopclock", locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /// Why it was judged so, and what to do.
  public String sentence(ClockVerdict verdict) {
    String reason = reason(verdict);
    return switch (verdict) {
      case ClockVerdict.Green _ -> reason;
      case ClockVerdict.Doubtful _ -> reason + " " + text("advice.doubtful");
      case ClockVerdict.Wrong _ -> reason + " " + text("advice.wrong");
    };
  }

  /// Why it was judged so.
  public String reason(ClockVerdict verdict) {
    return switch (verdict.reason()) {
      case ClockReason.ServerAgrees(String source, Instant said) -> text("server.agrees", source, at(said));
      case ClockReason.ServerAgreed(String source, Instant said) -> text("server.agreed", source, at(said));
      case ClockReason.SystemKeepsIt(Duration error) -> text("system", seconds(error));
      case ClockReason.PersonSaid(Instant at) -> text("person", at(at));
      case ClockReason.Simulated() -> text("simulated");
      case ClockReason.NothingKnown() -> text("nothing");
      case ClockReason.LongAgo(String source, Instant said) -> text("long.ago", source, at(said));
      case ClockReason.OffServer(String source, Duration ahead) ->
        text(ahead.isNegative() ? "off.behind" : "off.ahead", source, length(ahead.abs()));
      case ClockReason.WasOff(String source, Instant said, Duration ahead) ->
        text(ahead.isNegative() ? "was.behind" : "was.ahead", source, at(said), length(ahead.abs()));
      case ClockReason.BehindServer(String source, Instant said) -> text("behind.server", source, at(said));
      case ClockReason.BehindVisit(Instant visit) -> text("behind.visit", at(visit));
      case ClockReason.BehindReading(Instant reading) -> text("behind.reading", at(reading));
      case ClockReason.FarAhead(Instant newest) -> text("far.ahead", at(newest));
      case ClockReason.BeforeProgram() -> text("before.program");
    };
  }

  private String at(Instant time) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(locale)
        .format(time.atZone(zone));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private String length(Duration duration) {
    if (duration.compareTo(Duration.ofDays(2)) >= 0)
      return text("days", duration.toDays());
    return duration.compareTo(Duration.ofMinutes(2)) < 0
        ? text("seconds", duration.toSeconds())
        : text("hours", duration.toHours(), duration.toMinutesPart());
  }

  private String text(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }
}
