package org.semcollector.app.sync;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.semcollector.app.store.FirmwareReport;
import org.semcollector.app.store.FirmwareReports;
import org.semcollector.app.store.FirmwareReports.Mark;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.sync.TelemetryServer.Device;
import org.semcollector.app.sync.TelemetryServer.Receipt;
import org.semcollector.app.sync.TelemetryServer.Span;
import org.semcollector.app.sync.Trouble.Cause;
import org.semcollector.app.sync.Trouble.RetryLater;

/// Brings one meter's firmware states to the server, and proves them by reading them back. A handful of states ever
/// waits: one request takes them.
final class FirmwareDelivery {
  private final MeterWork work;
  private final FirmwareReports reports;

  FirmwareDelivery(MeterWork work) {
    this.work = work;
    this.reports = work.stores().firmware();
  }

  void run() throws Halt, StoreException {
    switch (work.route()) {
      case Route.None _ -> {
        // the readings say so already
      }
      case Route.ByToken(String token) -> {
        List<FirmwareReport> waiting = reports.of(work.ssid(), Mark.ON_LAPTOP);
        if (!waiting.isEmpty() && sent(waiting, () -> work.server().reportByToken(token, news(waiting))))
          reports.mark(waiting, Mark.ACCEPTED);
      }
      case Route.SignedIn(Device device) -> {
        prove(device, reports.of(work.ssid(), Mark.ACCEPTED));
        bring(device);
      }
    }
  }

  private void bring(Device device) throws Halt, StoreException {
    int failures = 0;
    List<FirmwareReport> waiting = reports.of(work.ssid(), Mark.ON_LAPTOP);
    while (!waiting.isEmpty()) {
      List<FirmwareReport> now = waiting;
      if (!sent(now, () -> work.server().report(device, news(now))))
        return;
      waiting = prove(device, now);
      if (!waiting.isEmpty())
        work.calls().waitAfter(++failures, notShown(waiting.size()));
    }
  }

  private interface Sending {
    Answer<Receipt> send();
  }

  /// @return false when the server will never take them; they are set aside then
  private boolean sent(List<FirmwareReport> sending, Sending request) throws Halt, StoreException {
    Optional<Receipt> receipt = work.calls().get(() -> switch (request.send()) {
      case Answer.Not<Receipt>(Trouble.Refused _) -> Answer.ok(Optional.<Receipt>empty());
      case Answer.Not<Receipt>(Trouble trouble) -> Answer.<Optional<Receipt>>not(trouble);
      case Answer.Ok<Receipt>(Receipt done) -> Answer.ok(Optional.of(done));
    });
    if (receipt.isEmpty())
      reports.mark(sending, Mark.REFUSED);
    return receipt.isPresent();
  }

  /// @return what the server is not seen to have; on the laptop again
  private List<FirmwareReport> prove(Device device, List<FirmwareReport> sent) throws Halt, StoreException {
    if (sent.isEmpty())
      return sent;
    Span span = new Span(sent.getFirst().at(), sent.getLast().at().plusMillis(1));
    Map<Instant, String> there = work.calls().get(() -> work.server().firmwareStates(device, span));
    List<FirmwareReport> seen = sent.stream().filter(report -> report.state().name().equals(there.get(report.at())))
        .toList();
    List<FirmwareReport> missing = sent.stream().filter(report -> !seen.contains(report)).toList();
    reports.mark(seen, Mark.PROVEN);
    reports.mark(missing, Mark.ON_LAPTOP);
    work.count().firmware(seen.size());
    return missing;
  }

  private List<FirmwareNews> news(List<FirmwareReport> sending) {
    return sending.stream().map(report -> FirmwareNews.of(report, work.stores().names())).toList();
  }

  private static RetryLater notShown(int states) {
    return new RetryLater(Optional.empty(), Cause.BUSY, "The server said it stored " + states
        + (states == 1 ? " firmware state" : " firmware states") + " but does not show "
        + (states == 1 ? "it" : "them"));
  }
}
