package org.semcollector.protocol.simulator;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What goes wrong during a simulation. Written as rules separated by `;`:
///
/// `telemetry:cut@4000; reset#1:refuse; any#5+:other`
///
/// A rule is `request[#which]:fault[@argument]`; `#2` is the second such request, `#2+` from the second on, `#1-3` the
/// first three, and nothing means every one. A bare number as fault is a status: `reset:500`.
public record FaultPlan(List<FaultRule> rules) {
  public static final FaultPlan NONE = new FaultPlan(List.of());

  public FaultPlan {
    rules = List.copyOf(rules);
  }

  /// @throws IllegalArgumentException naming the first rule that is wrong, and why; a blank text is [#NONE]
  public static FaultPlan parse(String text) {
    return new FaultPlan(Stream.of(text.split(";")).map(String::strip).filter(rule -> !rule.isEmpty())
        .map(FaultRuleParser::parse).toList());
  }

  /// Rules of this plan, then those of the other.
  public FaultPlan and(FaultPlan other) {
    return new FaultPlan(Stream.concat(rules.stream(), other.rules.stream()).toList());
  }

  boolean has(FaultTarget target, int number, Fault.Kind kind) {
    return rules.stream().anyMatch(rule -> rule.fault().kind() == kind && rule.strikes(target, number));
  }

  List<Fault> striking(FaultTarget target, int number) {
    return rules.stream().filter(rule -> rule.strikes(target, number)).map(FaultRule::fault).toList();
  }

  /// The plan as text; [#parse] reads it back.
  @Override
  public String toString() {
    return rules.stream().map(FaultRule::toString).collect(Collectors.joining("; "));
  }
}
