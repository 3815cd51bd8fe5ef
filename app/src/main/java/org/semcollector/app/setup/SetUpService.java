package org.semcollector.app.setup;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.journal.Journal;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.meter.CollectListener;
import org.semcollector.app.meter.CollectRequest;
import org.semcollector.app.meter.CollectResult;
import org.semcollector.app.meter.CollectService;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.meter.MeterClient;
import org.semcollector.app.notes.MeterNotes;
import org.semcollector.app.notes.NotesException;
import org.semcollector.app.setup.SetUpResult.State;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.protocol.meter.MeterToken;

/// Sets a meter up: collects what is on it, erases it, stores its token and reads it back, sets its clock, notes its name.
///
/// Every step may be repeated: a set-up that was cut short anywhere is finished by running it again.
public final class SetUpService {
  private final Tools tools;

  /// What setting up works with.
  public record Tools(
      MeterClient.Factory clients, Journal journal, CollectService collect, MeterStore meters, MeterNotes notes,
      PreparedSetUps prepared, Clock clock, SetUpSentences sentences) {}

  public SetUpService(Tools tools) {
    this.tools = tools;
  }

  /// Sets one meter up; returns how it ended, whatever happened. Blocks; meant for a virtual thread that nobody interrupts.
  public SetUpResult run(SetUpRequest request, CollectListener listener) {
    return run(request, SetUpListener.of(listener));
  }

  /// The same, followed step by step.
  public SetUpResult run(SetUpRequest request, SetUpListener listener) {
    return run(request, ErasePolicy.WHEN_PROVEN, listener);
  }

  /// The same without erasing what is on the meter: only its token is another one afterwards, and its clock is set.
  public SetUpResult storeToken(SetUpRequest request, CollectListener listener) {
    return run(request, ErasePolicy.NEVER, SetUpListener.of(listener));
  }

  private SetUpResult run(SetUpRequest request, ErasePolicy erase, SetUpListener listener) {
    try {
      Optional<String> refusal = new SetUpRefusal(tools).of(request);
      if (refusal.isPresent())
        return ended(request, State.NOT_DONE, refusal.get());
      CollectResult before = collect(request, erase, request.replace(), listener);
      if (before.state() != CollectResult.State.DONE)
        return ended(request, State.NOT_DONE, text("not.collected", before.sentence()));
      Optional<MeterToken> held = tools.meters().meter(request.ssid()).flatMap(MeterRow::token);
      return held.equals(Optional.of(request.token()))
          ? noted(request, State.ALREADY, text("done.already"))
          : store(request, before, listener);
    } catch (StoreException | JournalException | NotesException e) {
      return ended(request, State.NOT_DONE, String.valueOf(e.getMessage()));
    }
  }

  private SetUpResult store(SetUpRequest request, CollectResult before, SetUpListener listener)
      throws JournalException, NotesException {
    Optional<String> problem = new TokenStep(tools, listener).store(request);
    if (problem.isPresent())
      return ended(request, State.PARTLY, problem.get());
    // the visit after it proves that meter and laptop know the token, and sets the clock
    CollectResult after = collect(request, ErasePolicy.NEVER, true, listener);
    return after.state() == CollectResult.State.DONE
        ? noted(request, State.DONE, text("done", before.newReadings() + before.knownReadings()))
        : ended(request, State.PARTLY, text("partly.after", after.sentence()));
  }

  private SetUpResult noted(SetUpRequest request, State state, String sentence) throws NotesException {
    tools.notes().change(request.ssid(), note -> {
      var changed = request.name().map(note::withName).orElse(note);
      return request.site().map(changed::withSite).orElse(changed);
    });
    try {
      if (request.name().isPresent())
        tools.meters().rename(request.ssid(), request.name().get());
      Optional<PreparedSetUp> prepared = tools.prepared().of(request.ssid());
      if (prepared.filter(setUp -> setUp.token().equals(request.token())).isPresent())
        tools.prepared().keep(List.of(prepared.get().done(tools.clock().instant())));
    } catch (IOException | StoreException e) {
      return ended(request, state, sentence + " " + text("list.behind", String.valueOf(e.getMessage())));
    }
    return ended(request, state, sentence);
  }

  private CollectResult collect(SetUpRequest request, ErasePolicy erase, boolean tokenConfirmed,
      CollectListener listener) {
    return tools.collect().collect(
        new CollectRequest(request.ssid(), request.uri(), erase, request.clockConfirmed(), tokenConfirmed),
        listener);
  }

  private String text(String key, Object... values) {
    return tools.sentences().text(key, values);
  }

  private static SetUpResult ended(SetUpRequest request, State state, String sentence) {
    return new SetUpResult(request.ssid(), state, sentence);
  }
}
