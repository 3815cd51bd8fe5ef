package org.semcollector.app.operate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.semcollector.app.journal.Journal;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.meter.CollectRequest;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.meter.CollectService;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.operate.OperationResult.State;
import org.semcollector.app.setup.SetUpRequest;
import org.semcollector.app.setup.SetUpResult;
import org.semcollector.app.setup.SetUpService;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.protocol.meter.Ssid;

/// Sets a meter's clock, stores its token, erases it. Whatever changes a meter collects it first: a new time destroys
/// what its old stamps can be corrected by, and what is erased is gone. Blocks; meant for a virtual thread that nobody
/// interrupts.
public final class MeterOperations {
  private final Tools tools;

  /// What operations work with.
  public record Tools(
      CollectService collect, SetUpService setUp, MeterStore meters, Journal journal, OperationSentences sentences) {}

  public MeterOperations(Tools tools) {
    this.tools = tools;
  }

  /// Collects the meter without erasing it and sets its clock.
  ///
  /// @param clockConfirmed somebody says that this computer's clock is right, whatever speaks against it
  public OperationResult setTime(TargetMeter meter, boolean clockConfirmed, CollectListener listener) {
    CollectResult visit = tools.collect().collect(
        new CollectRequest(meter.ssid(), meter.uri(), ErasePolicy.NEVER, clockConfirmed, false), listener);
    String sentence = visit.state() != CollectResult.State.DONE
        ? text("time.not", visit.sentence())
        : visit.clockLag().map(lag -> text("time.done", tools.sentences().lag(lag), visit.sentence()))
            .orElseGet(() -> text("time.done.unknown", visit.sentence()));
    return new OperationResult(meter.ssid(), state(visit.state()), visit.clockLag(), sentence);
  }

  /// Collects the meter without erasing it, stores a token, reads it back and sets the clock.
  public SetUpResult storeToken(SetUpRequest request, CollectListener listener) {
    return tools.setUp().storeToken(request, listener);
  }

  /// Erases a meter: with the proof of a visit; without it only when somebody typed its name. Afterwards the meter was
  /// seen empty, or the result says what it was seen to be.
  public OperationResult erase(EraseRequest request, CollectListener listener) {
    Ssid ssid = request.meter().ssid();
    Optional<String> typed = request.typedName();
    if (typed.isPresent() && !names(ssid).contains(plain(typed.get())))
      return ended(ssid, State.NOT_DONE, text("erase.wrong.name", typed.get().strip(), ssid.value()));
    CollectResult visit = tools.collect().collect(new CollectRequest(ssid, request.meter().uri(),
        ErasePolicy.WHEN_PROVEN, request.clockConfirmed(), false), listener);
    if (visit.erased())
      return ended(ssid, state(visit.state()), text("erase.done", visit.sentence()));
    if (visit.state() == CollectResult.State.DONE)
      return ended(ssid, State.DONE, text("erase.empty", visit.sentence()));
    if (wasSent(ssid))
      return ended(ssid, State.PARTLY, text("erase.sent.before", visit.sentence()));
    return typed.isEmpty()
        ? ended(ssid, State.NOT_DONE, text("erase.not.proven", visit.sentence()))
        : force(request, listener);
  }

  private OperationResult force(EraseRequest request, CollectListener listener) {
    Ssid ssid = request.meter().ssid();
    CollectResult forced = tools.collect().eraseUnproven(
        new CollectRequest(ssid, request.meter().uri(), ErasePolicy.WHEN_PROVEN), listener);
    return ended(ssid, state(forced.state()), text("erase.done", forced.sentence()));
  }

  /// Whether the visit that has just ended sent the erase request: a meter that refused it goes on refusing until it
  /// starts anew.
  private boolean wasSent(Ssid ssid) {
    try {
      List<VisitRef> visits = tools.journal().visits(ssid);
      return !visits.isEmpty()
          && tools.journal().events(visits.getLast()).stream().anyMatch(VisitFact.EraseSent.class::isInstance);
    } catch (JournalException e) {
      return true; // then nothing can be kept either
    }
  }

  private List<String> names(Ssid ssid) {
    try {
      return tools.meters().meter(ssid).map(MeterRow::name).map(name -> List.of(plain(name), plain(ssid.value())))
          .orElseGet(() -> List.of(plain(ssid.value())));
    } catch (StoreException e) {
      return List.of(plain(ssid.value()));
    }
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private static State state(CollectResult.State state) {
    return switch (state) {
      case DONE -> State.DONE;
      case PARTLY -> State.PARTLY;
      case FAILED -> State.NOT_DONE;
    };
  }

  private String text(String key, Object... values) {
    return tools.sentences().text(key, values);
  }

  private static OperationResult ended(Ssid ssid, State state, String sentence) {
    return new OperationResult(ssid, state, Optional.empty(), sentence);
  }
}
