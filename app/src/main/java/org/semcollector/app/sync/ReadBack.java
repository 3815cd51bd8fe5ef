package org.semcollector.app.sync;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.semcollector.app.sync.TelemetryServer.Device;
import org.semcollector.app.sync.TelemetryServer.Kept;
import org.semcollector.app.sync.TelemetryServer.KeptPage;
import org.semcollector.app.sync.TelemetryServer.Span;

/// Every stamp the server has in a span, page by page.
record ReadBack(TelemetryServer server, ServerCalls calls) {
  /// @param enough ends it early
  void forEach(Device device, Span span, Consumer<Kept> consumer, BooleanSupplier enough) throws Halt {
    Instant from = span.from();
    while (from.isBefore(span.to()) && !enough.getAsBoolean()) {
      calls.stopIfAsked();
      Span rest = new Span(from, span.to());
      KeptPage page = calls.get(() -> server.kept(device, rest));
      page.kept().forEach(consumer);
      Optional<Instant> next = page.rest();
      if (next.isEmpty()) {
        return;
      }
      if (!next.get().isAfter(from)) {
        throw Halt.meter(ServerCalls.stays("The server shows the same readings again and again"));
      }
      from = next.get();
    }
  }
}
