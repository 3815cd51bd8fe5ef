package org.semcollector.protocol.simulator;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads one rule of a fault plan.
final class FaultRuleParser {
  private static final Pattern RULE = Pattern
      .compile("([a-z-]+)(?:#([0-9]+)(\\+|-([0-9]+))?)?:([a-z-]+|[0-9]+)(?:@([0-9]+)(?:/([0-9]+)ms)?)?");

  private final String text;

  private FaultRuleParser(String text) {
    this.text = text;
  }

  static FaultRule parse(String text) {
    return new FaultRuleParser(text).rule();
  }

  private FaultRule rule() {
    Matcher parts = RULE.matcher(text);
    if (!parts.matches())
      throw wrong("expected request[#which]:fault[@argument], for example telemetry#2:cut@4000");
    FaultTarget target = FaultTarget.ofWord(parts.group(1))
        .orElseThrow(() -> wrong("unknown request \"" + parts.group(1) + "\"; known are " + FaultTarget.words()));
    int first = parts.group(2) == null ? 1 : number(parts.group(2));
    int last = parts.group(2) == null || "+".equals(parts.group(3))
        ? FaultRule.ALWAYS
        : parts.group(4) == null ? first : number(parts.group(4));
    try {
      return new FaultRule(target, first, last, fault(parts));
    } catch (IllegalArgumentException e) {
      throw e.getMessage() != null && e.getMessage().startsWith("fault rule")
          ? e
          : wrong(String.valueOf(e.getMessage()));
    }
  }

  private Fault fault(Matcher parts) {
    String word = parts.group(5);
    if (Character.isDigit(word.charAt(0)))
      return Fault.of(Fault.Kind.STATUS, status(number(word)));
    Fault.Kind kind = Fault.Kind.ofWord(word)
        .orElseThrow(() -> wrong("unknown fault \"" + word + "\"; known are " + Fault.Kind.words()));
    boolean takesArgument = kind.unit() != Fault.Unit.NONE;
    if (takesArgument != (parts.group(6) != null))
      throw wrong("\"" + kind + "\" takes " + (takesArgument ? "a number: " + kind + "@N" : "no number"));
    if (parts.group(7) != null && kind != Fault.Kind.STALL)
      throw wrong("only \"stall\" takes a pause");
    return new Fault(kind, takesArgument ? argument(kind, number(parts.group(6))) : 0,
        Optional.ofNullable(parts.group(7)).map(millis -> Duration.ofMillis(number(millis))));
  }

  private int argument(Fault.Kind kind, int number) {
    return switch (kind.unit()) {
      case STATUS -> status(number);
      case RATE -> {
        if (number == 0)
          throw wrong("a rate of 0 bytes a second never ends; use stall@0");
        yield number;
      }
      case NONE, BYTES, BYTES_OR_PAUSE, RECORDS -> number;
    };
  }

  private int status(int number) {
    if (number < 200 || number > 599)
      throw wrong(number + " is not an HTTP status from 200 to 599");
    return number;
  }

  private int number(String digits) {
    if (digits.length() > 9)
      throw wrong("the number " + digits + " is too large");
    return Integer.parseInt(digits);
  }

  private IllegalArgumentException wrong(String why) {
    return new IllegalArgumentException("fault rule \"" + text + "\": " + why);
  }
}
