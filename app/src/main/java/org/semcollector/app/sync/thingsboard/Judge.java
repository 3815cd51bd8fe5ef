package org.semcollector.app.sync.thingsboard;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.semcollector.app.sync.Trouble;
import org.semcollector.app.sync.Trouble.Cause;
import tools.jackson.databind.JsonNode;

/// Says what a reply means. Pure.
final class Judge {
  private static final int LONGEST_REASON = 200;

  /// Which of the two APIs was asked; they use the same codes for different things.
  enum Api {
    REST, DEVICE
  }

  private Judge() {}

  /// The trouble a reply stands for, or empty when the server did what it was asked.
  static Optional<Trouble> trouble(WireReply reply, Api api) {
    if (reply.status() >= 300 && reply.status() < 400) {
      return Optional.of(new Trouble.NotThingsBoard("a redirect" + host(reply.location())));
    }
    if (reply.isWebPage() && reply.status() < 500 && reply.status() != 413 && reply.status() != 429) {
      return Optional.of(new Trouble.NotThingsBoard("a web page" + titled(reply)));
    }
    return reply.ok() ? Optional.empty() : Optional.of(ofStatus(reply, api));
  }

  /// For a reply that is not what ThingsBoard answers here although its status says so.
  static Trouble unexpected(WireReply reply) {
    return new Trouble.NotThingsBoard("a server that answers " + reply.status() + " with "
        + (reply.body().isBlank() ? "nothing" : "something else than ThingsBoard's JSON"));
  }

  private static Trouble ofStatus(WireReply reply, Api api) {
    int status = reply.status();
    return switch (status) {
      case 400, 422 -> new Trouble.Refused(reason(reply));
      case 401 -> api == Api.REST
          ? new Trouble.SignInAgain(reason(reply))
          : new Trouble.NoSuchDevice("The server does not know the meter's access token");
      case 403 -> new Trouble.NotAllowed("The sign-in may not do this: " + reason(reply));
      case 404 -> api == Api.REST
          ? new Trouble.NoSuchDevice("The server no longer knows the device: " + reason(reply))
          : new Trouble.NotThingsBoard("a server without ThingsBoard's device API");
      case 407, 511 -> new Trouble.NotThingsBoard("a network that wants its own sign-in first");
      case 413 -> new Trouble.TooLarge(reason(reply));
      case 408, 425, 429, 503 -> retry(reply, Cause.BUSY);
      default -> status >= 500
          ? retry(reply, Cause.SERVER_ERROR)
          : new Trouble.NotAllowed("The server answered " + reason(reply));
    };
  }

  private static Trouble retry(WireReply reply, Cause cause) {
    return new Trouble.RetryLater(retryAfter(reply), cause, cause == Cause.BUSY
        ? "The server is busy and asks to come back later (" + reason(reply) + ")"
        : "The server failed (" + reason(reply) + ")");
  }

  /// Seconds, or an HTTP date, which is taken against the server's own clock.
  private static Optional<Duration> retryAfter(WireReply reply) {
    String text = reply.retryAfter().strip();
    if (text.matches("\\d{1,7}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    return httpDate(text).flatMap(until -> httpDate(reply.date()).map(now -> Duration.between(now, until)))
        .filter(wait -> !wait.isNegative());
  }

  /// A date as HTTP writes it (RFC 1123).
  static Optional<Instant> httpDate(String text) {
    try {
      return Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// ThingsBoard's own words if there are some, else the status.
  private static String reason(WireReply reply) {
    String own = Json.parse(reply.body()).map(json -> json.path("message").asString("")).orElse("");
    if (own.isBlank() && !reply.isWebPage() && Json.parse(reply.body()).filter(JsonNode::isObject).isEmpty()) {
      own = reply.body();
    }
    String line = own.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
    String shown = line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line;
    return shown.isEmpty() ? "status " + reply.status() : "status " + reply.status() + ", \"" + shown + "\"";
  }

  private static String titled(WireReply reply) {
    return reply.title().map(title -> " titled \"" + title + "\"").orElse("")
        + " (such as the sign-in page of a hotel or a mobile network)";
  }

  private static String host(String location) {
    try {
      String host = URI.create(location.strip()).getHost();
      return host == null ? " to another page" : " to " + host;
    } catch (IllegalArgumentException e) {
      return " to another page";
    }
  }
}
