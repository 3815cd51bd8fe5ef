package org.semcollector.app.health;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// All that the rules saw, worst first.
///
/// @param readings how many readings were judged
public record HealthVerdict(List<Finding> findings, long readings) {
  public HealthVerdict {
    findings = findings.stream().sorted(Comparator.comparing(Finding::severity).reversed()).toList();
  }

  /// The worst severity; empty when no rule saw anything.
  public Optional<Severity> worst() {
    return findings.stream().map(Finding::severity).findFirst();
  }
}
