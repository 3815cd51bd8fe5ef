package org.semcollector.app.firmware;

import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.semcollector.app.firmware.FirmwareAttempt.Outcome;
import org.semcollector.app.firmware.FirmwareResult.State;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.meter.CollectRequest;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.meter.MeterException;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.app.wifi.WifiException;
import org.semcollector.protocol.firmware.ReleaseVersion;
import org.semcollector.protocol.meter.MeterToken;

/// One update, step by step.
final class UpdateRun {
  private final FirmwareUpdate.Tools tools;
  private final FirmwareRequest request;
  private final MeterLink link;
  private final FirmwareListener listener;

  UpdateRun(FirmwareUpdate.Tools tools, FirmwareRequest request, MeterLink link, FirmwareListener listener) {
    this.tools = tools;
    this.request = request;
    this.link = link;
    this.listener = listener;
  }

  FirmwareResult run() {
    try {
      listener.step(FirmwareStep.JOIN);
      URI uri = link.join();
      listener.step(FirmwareStep.CHECK);
      return checked(uri, MeterSays.ask(tools.clients(), uri));
    } catch (WifiException e) {
      return ended(State.NOT_SENT, "not.reached", String.valueOf(e.getMessage()));
    } catch (MeterException e) {
      return ended(State.NOT_SENT, "not.reached", tools.meterSentences().broken(e));
    } catch (JournalException e) {
      return ended(State.NOT_SENT, "not.journal", String.valueOf(e.getMessage()));
    }
  }

  private FirmwareResult checked(URI uri, MeterSays before) throws JournalException {
    Optional<FirmwareAttempt> last = FirmwareHistory.of(tools.journal(), request.ssid()).last();
    int number = version().number().orElse(-1);
    int runs = before.version().number();
    if (runs == number || last.filter(sent -> sent.outcome() == Outcome.UNKNOWN).isPresent())
      seen(runs);
    if (runs == number) {
      boolean finishing = last.filter(sent -> sent.number() == number && !sent.clockSetAgain()).isPresent();
      return finishing ? confirmed(uri) : ended(State.ALREADY, "done.already", version().toString(), text(number));
    }
    List<Objection> objections = objections(before, last).stream()
        .filter(objection -> !request.overridden().contains(objection.kind())).toList();
    if (!objections.isEmpty())
      return new FirmwareResult(request.ssid(), State.NOT_SENT, objections, tools.sentences().text("not.objection",
          String.join(" ", objections.stream().map(Objection::sentence).toList())));
    CollectResult collected = visit(uri, FirmwareStep.COLLECT, request.erase());
    return collected.state() == CollectResult.State.DONE
        ? send(uri, before, number)
        : ended(State.NOT_SENT, "not.collected", collected.sentence());
  }

  /// What the meter says now is kept: an update whose end nobody saw is decided by it.
  private void seen(int runs) throws JournalException {
    VisitRef visit = tools.journal().begin(request.ssid(), tools.clock().instant());
    tools.journal().append(visit, new VisitFact.FirmwareSeen(tools.clock().instant(), runs));
    tools.journal().append(visit, new VisitFact.Ended(tools.clock().instant(), "done",
        tools.sentences().text("asked", text(runs))));
  }

  private List<Objection> objections(MeterSays before, Optional<FirmwareAttempt> sent) {
    Optional<UUID> profile = before.token().map(MeterToken::deviceProfileId);
    var objections = new ArrayList<>(
        new FlightCheck(tools.sentences()).check(request.offered(), before.version(), profile));
    sent.filter(last -> last.number() == version().number().orElse(-1) && last.mayHaveArrived())
        .map(last -> new Objection(Objection.Kind.SENT_BEFORE,
            tools.sentences().text("sent.before", last.at().truncatedTo(ChronoUnit.SECONDS).toString())))
        .ifPresent(objections::add);
    return objections;
  }

  /// From here on the image may be on the meter, whatever is heard.
  private FirmwareResult send(URI uri, MeterSays before, int number) throws JournalException {
    listener.step(FirmwareStep.SEND);
    var sending = new FirmwareSending(tools, request, number, listener.sending());
    VisitRef visit = tools.journal().begin(request.ssid(), tools.clock().instant());
    FirmwareResult result;
    try {
      Optional<FirmwareResult> stopped = sending.send(visit, uri, before);
      listener.step(FirmwareStep.RESTART);
      result = stopped.isPresent()
          ? stopped.get()
          : new RestartWatch(tools, link, before, number).watch(visit, request);
    } catch (JournalException e) {
      sending.end(visit, State.NOT_SENT, String.valueOf(e.getMessage()));
      throw e;
    }
    sending.end(visit, result.state(), result.sentence());
    tools.collect().takeIn(request.ssid());
    return switch (result.state()) {
      case CONFIRMED -> confirmedAt();
      case ROLLED_BACK -> clockSetAfter(result);
      case ALREADY, NOT_SENT, UNKNOWN -> result;
    };
  }

  /// A meter that went back restarted too: its clock was put back to what it stored last.
  private FirmwareResult clockSetAfter(FirmwareResult rolledBack) {
    String after;
    try {
      after = visit(link.join(), FirmwareStep.SET_CLOCK, ErasePolicy.NEVER).sentence();
    } catch (WifiException e) {
      after = tools.sentences().text("clock.problem.back", String.valueOf(e.getMessage()));
    }
    return new FirmwareResult(rolledBack.ssid(), rolledBack.state(), rolledBack.objections(),
        rolledBack.sentence() + " " + after);
  }

  private FirmwareResult confirmedAt() {
    try {
      return confirmed(link.join());
    } catch (WifiException e) {
      return ended(State.CONFIRMED, "clock.problem", String.valueOf(e.getMessage()));
    }
  }

  /// The new firmware runs; the visit after it reads the restart's log entry and sets the clock.
  private FirmwareResult confirmed(URI uri) {
    CollectResult after = visit(uri, FirmwareStep.SET_CLOCK, ErasePolicy.NEVER);
    return after.state() == CollectResult.State.DONE
        ? ended(State.CONFIRMED, "done.confirmed", version().toString(), text(version().number().orElse(-1)),
            after.sentence())
        : ended(State.CONFIRMED, "clock.problem", after.sentence());
  }

  private CollectResult visit(URI uri, FirmwareStep step, ErasePolicy erase) {
    listener.step(step);
    return tools.collect().collect(new CollectRequest(request.ssid(), uri, erase,
        request.clockConfirmed(), false), listener.visit());
  }

  private ReleaseVersion version() {
    return request.offered().version();
  }

  private FirmwareResult ended(State state, String key, Object... values) {
    return new FirmwareResult(request.ssid(), state, List.of(), tools.sentences().text(key, values));
  }

  private static String text(int number) {
    return Integer.toString(number);
  }
}
