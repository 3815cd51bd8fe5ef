package org.semcollector.protocol.simulator;

/// A fault and when it strikes: from the `first` to the `last` request (from 1) that its target matches.
public record FaultRule(FaultTarget target, int first, int last, Fault fault) {
  static final int ALWAYS = Integer.MAX_VALUE;

  /// @throws IllegalArgumentException when the fault cannot happen to that target
  public FaultRule {
    if (!fault.kind().fits(target))
      throw new IllegalArgumentException("\"" + fault.kind() + "\" cannot happen to \"" + target + "\"");
    if (first < 1 || last < first)
      throw new IllegalArgumentException("no request has the numbers " + first + " to " + last);
  }

  boolean strikes(FaultTarget request, int number) {
    return target == request && number >= first && number <= last;
  }

  /// As written in a plan.
  @Override
  public String toString() {
    String when = first == last ? "#" + first : last < ALWAYS ? "#" + first + "-" + last : "#" + first + "+";
    return target + (first == 1 && last == ALWAYS ? "" : when) + ":" + fault;
  }
}
