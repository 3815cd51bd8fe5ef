package org.semcollector.app.health;

import java.util.List;

/// Something a rule saw.
///
/// @param rule name of the rule, as in docs/health-rules.md
/// @param severity how much it matters
/// @param channel measuring channel, 1 to 3; 0 = the whole meter
/// @param evidence the figures its sentence is made with, see [HealthSentences]
public record Finding(String rule, Severity severity, int channel, List<Object> evidence) {
  public Finding {
    evidence = List.copyOf(evidence);
  }

  static Finding of(String rule, Severity severity, int channel, Object... evidence) {
    return new Finding(rule, severity, channel, List.of(evidence));
  }
}
