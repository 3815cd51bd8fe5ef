package org.semcollector.app.sync.server;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.semcollector.app.sync.Answer;
import org.semcollector.app.sync.Trouble;

/// What is said about a server. All texts are in the bundle `server`.
public final class ServerSentences {
  private static final int SHOWN = 5;

  private final ResourceBundle bundle;
  private final Locale locale;

  /// @param locale the language, and how numbers are written
  public ServerSentences(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle("org.semcollector.app.sync.server.server", locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  String text(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }

  /// A sentence about a request that was not done.
  public String of(Trouble trouble) {
    return switch (trouble) {
      case Trouble.RetryLater(_, _, String reason) -> text("trouble.retry", reason);
      case Trouble.SignInAgain(String reason) -> text("trouble.sign-in", reason);
      case Trouble.NotAllowed(String reason) -> text("trouble.not-allowed", reason);
      case Trouble.NoSuchDevice(String reason) -> text("trouble.no-such", reason);
      case Trouble.TooLarge(String reason) -> text("trouble.too-large", reason);
      case Trouble.Refused(String reason) -> text("trouble.refused", reason);
      case Trouble.NotThingsBoard(String reason) -> text("trouble.not-thingsboard", reason);
    };
  }

  /// The value of an answer.
  ///
  /// @throws ServerException with a sentence when there is none
  <T> T need(Answer<T> answer) throws ServerException {
    return switch (answer) {
      case Answer.Ok<T>(T value) -> value;
      case Answer.Not<T>(Trouble trouble) -> throw new ServerException(of(trouble));
    };
  }

  /// A few names, and how many more there are.
  String names(List<String> names) {
    String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
    return names.size() <= SHOWN ? shown : text("more", shown, names.size() - SHOWN);
  }

  /// A difference of clocks, never negative.
  String lag(Duration lag) {
    if (lag.compareTo(Duration.ofMinutes(2)) < 0)
      return text("lag.seconds", lag.toSeconds());
    if (lag.compareTo(Duration.ofHours(2)) < 0)
      return text("lag.minutes", lag.toMinutes());
    return lag.compareTo(Duration.ofDays(2)) < 0
        ? text("lag.hours", lag.toHours(), lag.toMinutesPart())
        : text("lag.days", lag.toDays(), lag.toHoursPart());
  }
}
