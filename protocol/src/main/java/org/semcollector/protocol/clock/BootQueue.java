package org.semcollector.protocol.clock;

import java.util.List;

/// The entries of a log that no clock run has taken yet, in logged order.
final class BootQueue {
  static final BootQueue EMPTY = new BootQueue(List.of());

  private final List<Long> boots;
  private int next;

  BootQueue(List<Long> boots) {
    this.boots = boots;
  }

  List<Long> takeAll() {
    List<Long> rest = boots.subList(next, boots.size());
    next = boots.size();
    return rest;
  }

  /// Those that fit the stamps of a run with other runs after it: not before it, not after it, not going back.
  List<Long> take(List<Save> stretch) {
    long period = stretch.getLast().periodMillis();
    long least = stretch.getFirst().firstMillis() - 2 * period;
    long most = stretch.getLast().lastMillis() + period / 2;
    int from = next;
    while (next < boots.size() && boots.get(next) >= least && boots.get(next) <= most) {
      least = boots.get(next) - Restarts.SAME_OUTAGE_MILLIS;
      next++;
    }
    return boots.subList(from, next);
  }
}
