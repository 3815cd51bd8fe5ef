package org.semcollector.protocol.simulator.thingsboard;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// One thing that goes wrong between a client and the server, and when: from the `first` to the `last` request (from 1)
/// of its target.
///
/// @param argument meaning by kind; 0 where the kind takes none
public record ServerFault(Target target, int first, int last, Kind kind, int argument) {
  static final int ALWAYS = Integer.MAX_VALUE;

  /// Which requests.
  public enum Target {
    /// Telemetry through the device API.
    DEVICE,
    /// Telemetry through the REST API.
    REST,
    /// Reading telemetry back.
    QUERY,
    /// Deleting telemetry.
    DELETE,
    /// Signing in and refreshing.
    LOGIN,
    /// Everything else.
    LIST,
    /// All of them, counted together.
    ANY;

    static Target of(ServerRequest request) {
      if (request.path().startsWith("/api/v1/"))
        return DEVICE;
      if (request.path().startsWith("/api/auth/") && request.method().equals("POST"))
        return LOGIN;
      if (!request.path().startsWith("/api/plugins/telemetry/"))
        return LIST;
      return switch (request.method()) {
        case "POST" -> REST;
        case "DELETE" -> DELETE;
        default -> QUERY;
      };
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What happens.
  public enum Kind {
    /// A web page with status 200 instead of the server, as a captive portal gives it.
    HTML(false),
    /// 302 to a sign-in page.
    REDIRECT(false),
    /// Nothing is done, this status is answered without a body.
    STATUS(true),
    /// 429 with so many seconds in Retry-After.
    LIMIT(true),
    /// Handled and answered after so many milliseconds.
    SLOW(true),
    /// The connection is taken and nothing ever comes.
    SILENT(false),
    /// Handled, but the connection ends after so many bytes of the answer's body.
    RESET(true),
    /// Handled, but the connection ends without an answer.
    LOSE(false),
    /// Not handled, the connection ends.
    DROP(false),
    /// Handled, but no answer ever comes.
    HANG(false),
    /// Nobody answers; handled after so many milliseconds, when the client may have given up.
    LATE(true),
    /// The connection ends when so many bytes of the request's body have come.
    CUT(true),
    /// Not handled, success is answered.
    IGNORE(false),
    /// Of a request that saves, every second record is lost; success is answered.
    HALF(false),
    /// The server dies and comes back before the request: what was only queued is lost.
    CRASH(false);

    private final boolean takesArgument;

    Kind(boolean takesArgument) {
      this.takesArgument = takesArgument;
    }

    boolean takesArgument() {
      return takesArgument;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  boolean strikes(Target request, int number) {
    return target == request && number >= first && number <= last;
  }

  static <E extends Enum<E>> Optional<E> ofWord(E[] known, String word) {
    return Arrays.stream(known).filter(value -> value.toString().equals(word)).findFirst();
  }

  static <E extends Enum<E>> String words(E[] known) {
    return Arrays.stream(known).map(value -> value.toString()).collect(Collectors.joining(", "));
  }

  /// As written in a plan.
  @Override
  public String toString() {
    String when = first == last ? "#" + first : last < ALWAYS ? "#" + first + "-" + last : "#" + first + "+";
    return target + (first == 1 && last == ALWAYS ? "" : when) + ":" + kind
        + (kind.takesArgument() ? "@" + argument : "");
  }
}
