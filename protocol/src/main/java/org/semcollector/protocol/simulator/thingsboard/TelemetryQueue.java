package org.semcollector.protocol.simulator.thingsboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.function.BiConsumer;

/// What the device API has said 200 to but the database does not have yet. In memory: a crash loses it.
final class TelemetryQueue {
  private record Message(UUID device, TelemetryRecord record) {}

  private final Deque<Message> waiting = new ArrayDeque<>();
  private double recordsPerSecond = Double.POSITIVE_INFINITY;
  private double credit;
  private Instant drainedAt = Instant.MIN;

  void recordsPerSecond(double newRate) {
    recordsPerSecond = newRate;
  }

  void add(UUID device, TelemetryRecord record) {
    waiting.add(new Message(device, record));
  }

  int size() {
    return waiting.size();
  }

  void clear() {
    waiting.clear();
  }

  /// Hands to the database what it has had time for since the last call.
  void drain(Instant now, BiConsumer<UUID, TelemetryRecord> database) {
    if (drainedAt.equals(Instant.MIN)) {
      drainedAt = now;
    }
    double seconds = Math.max(0, Duration.between(drainedAt, now).toMillis() / 1000.0);
    drainedAt = now.isAfter(drainedAt) ? now : drainedAt;
    credit = Double.isInfinite(recordsPerSecond) ? waiting.size() : credit + seconds * recordsPerSecond;
    while (credit >= 1 && !waiting.isEmpty()) {
      Message message = waiting.remove();
      database.accept(message.device(), message.record());
      credit--;
    }
    if (waiting.isEmpty()) {
      credit = 0;
    }
  }
}
