package org.semcollector.app.health;

import java.util.ArrayList;
import java.util.List;

/// Puts a meter to all rules.
public final class Health {
  private static final List<HealthRule> RULES = List.of(ChannelRules::judge, PhaseRules::judge, MeterRules::judge);

  private Health() {}

  /// What is wrong with a meter; see docs/health-rules.md for every rule with its threshold.
  public static HealthVerdict judge(HealthFacts facts) {
    var findings = new ArrayList<Finding>();
    for (HealthRule rule : RULES)
      findings.addAll(rule.judge(facts));
    return new HealthVerdict(findings, facts.readings());
  }
}
