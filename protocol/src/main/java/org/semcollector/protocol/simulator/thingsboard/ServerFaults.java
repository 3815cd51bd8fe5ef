package org.semcollector.protocol.simulator.thingsboard;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What goes wrong at the server, in order; the first rule that strikes a request decides. Written as rules separated
/// by `;`, like the plan of a meter: `rest#2:500; login:html; any#5+:silent`.
public record ServerFaults(List<ServerFault> rules) {
  public static final ServerFaults NONE = new ServerFaults(List.of());
  private static final Pattern RULE = Pattern
      .compile("([a-z]+)(?:#([0-9]{1,9})(\\+|-([0-9]{1,9}))?)?:([a-z]+|[0-9]{3})(?:@([0-9]{1,9}))?");

  public ServerFaults {
    rules = List.copyOf(rules);
  }

  /// @throws IllegalArgumentException naming the first rule that is wrong, and why; a blank text is [#NONE]
  public static ServerFaults parse(String text) {
    return new ServerFaults(
        Stream.of(text.split(";")).map(String::strip).filter(rule -> !rule.isEmpty()).map(ServerFaults::rule).toList());
  }

  Optional<ServerFault> striking(ServerFault.Target target, int number, int numberOfAll) {
    return rules.stream()
        .filter(rule -> rule.strikes(target, number) || rule.strikes(ServerFault.Target.ANY, numberOfAll)).findFirst();
  }

  /// The plan as text; [#parse] reads it back.
  @Override
  public String toString() {
    return rules.stream().map(ServerFault::toString).collect(Collectors.joining("; "));
  }

  private static ServerFault rule(String text) {
    Matcher parts = RULE.matcher(text);
    if (!parts.matches())
      throw wrong(text, "expected request[#which]:fault[@argument], for example rest#2:500");
    ServerFault.Target target = ServerFault.ofWord(ServerFault.Target.values(), parts.group(1))
        .orElseThrow(() -> wrong(text, "unknown request \"" + parts.group(1) + "\"; known are "
            + ServerFault.words(ServerFault.Target.values())));
    int first = parts.group(2) == null ? 1 : Integer.parseInt(parts.group(2));
    int last = first;
    if (parts.group(2) == null || "+".equals(parts.group(3))) {
      last = ServerFault.ALWAYS;
    } else if (parts.group(4) != null) {
      last = Integer.parseInt(parts.group(4));
    }
    if (first < 1 || last < first)
      throw wrong(text, "no request has the numbers " + first + " to " + last);
    String word = parts.group(5);
    if (Character.isDigit(word.charAt(0)))
      return new ServerFault(target, first, last, ServerFault.Kind.STATUS, status(text, Integer.parseInt(word)));
    ServerFault.Kind kind = ServerFault.ofWord(ServerFault.Kind.values(), word).orElseThrow(() -> wrong(text,
        "unknown fault \"" + word + "\"; known are " + ServerFault.words(ServerFault.Kind.values())));
    if (kind.takesArgument() != (parts.group(6) != null))
      throw wrong(text,
          "\"" + kind + "\" takes " + (kind.takesArgument() ? "a number: " + kind + "@N" : "no number"));
    int argument = parts.group(6) == null ? 0 : Integer.parseInt(parts.group(6));
    return new ServerFault(target, first, last, kind,
        kind == ServerFault.Kind.STATUS ? status(text, argument) : argument);
  }

  private static int status(String text, int status) {
    if (status < 200 || status > 599)
      throw wrong(text, status + " is not an HTTP status from 200 to 599");
    return status;
  }

  private static IllegalArgumentException wrong(String text, String why) {
    return new IllegalArgumentException("fault rule \"" + text + "\": " + why);
  }
}
