package org.semcollector.app.health;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.reading.ReadingCodec;

/// What the last visits saw on a meter.
final class LastVisits {
  /// More say nothing about the meter as it is.
  static final int ENOUGH = 4;
  private static final int OK = 200;

  private int records;
  private @Nullable Instant readAt;
  private boolean hadToken;
  private boolean cameBackEmpty;

  /// The next visit, oldest first.
  void add(List<VisitFact> facts) {
    var seen = new Seen();
    facts.forEach(seen::take);
    if (seen.telemetry) {
      cameBackEmpty = records > 0 && hadToken && seen.first == 0 && !seen.token;
      records = seen.last;
      readAt = seen.readAt;
      hadToken = seen.token;
    }
    if (seen.erased)
      records = seen.afterErase;
  }

  int recordsOnMeter() {
    return records;
  }

  /// When the meter was read last.
  Optional<Instant> readAt() {
    return Optional.ofNullable(readAt);
  }

  /// Whether it held readings and a token at one visit, neither at the next, and nobody erased it from here.
  boolean cameBackEmpty() {
    return cameBackEmpty;
  }

  /// One visit.
  private static final class Seen {
    private boolean telemetry;
    private boolean token;
    private boolean erased;
    private int first;
    private int last;
    private int afterErase;
    private @Nullable Instant readAt;

    void take(VisitFact fact) {
      if (fact instanceof VisitFact.EraseProven)
        erased = true;
      if (!(fact instanceof VisitFact.Received(Instant at, Endpoint endpoint, int status, var body)))
        return;
      if (endpoint == Endpoint.TOKEN)
        token = status == OK && MeterToken.decode(body).isPresent();
      if (endpoint == Endpoint.TELEMETRY && status == OK) {
        last = body.length() / ReadingCodec.RECORD_LENGTH;
        first = telemetry ? first : last;
        afterErase = last;
        readAt = at;
        telemetry = true;
      }
    }
  }
}
