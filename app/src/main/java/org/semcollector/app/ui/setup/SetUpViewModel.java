package org.semcollector.app.ui.setup;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.setup.PreparedSetUp;
import org.semcollector.app.setup.SetUpResult;
import org.semcollector.app.setup.SetUpSentences;
import org.semcollector.app.setup.TokenText;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.OperationServices;
import org.semcollector.app.ui.OperationServices.Confirmed;
import org.semcollector.app.ui.RadioUse;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.TypedText;
import org.semcollector.app.ui.meters.MeterItem;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;

/// Sets one meter up after the other: which one, what it gets, what speaks against it, and how it went.
public final class SetUpViewModel {
  private final OperationServices services;
  private final RadioUse radio;
  private final Tasks tasks;
  private final Messages messages;
  private final SetUpSentences sentences;
  private final CandidatesViewModel candidates;
  private final LookViewModel look;
  private final ReadOnlyObjectWrapper<Optional<Candidate>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<MeterToken>> wanted = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final TypedText<Optional<MeterToken>> token;
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty site = new SimpleStringProperty("");
  private final BooleanProperty replace = new SimpleBooleanProperty(false);
  private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
  private final ObservableList<Rung> ladder = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper cancelling = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyObjectWrapper<Optional<SetUpResult>> result = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final BooleanBinding ready;
  private Tasks.@Nullable Handle handle;
  private Runnable done = () -> {};

  public SetUpViewModel(OperationServices services, RadioUse radio, Tasks tasks, Messages messages) {
    this.services = services;
    this.radio = radio;
    this.tasks = tasks;
    this.messages = messages;
    sentences = new SetUpSentences(messages.locale());
    candidates = new CandidatesViewModel(services.prepared(), tasks, messages);
    look = new LookViewModel(services, radio, tasks, messages);
    token = new TypedText<>(this::token, wanted::set);
    token.problemProperty().subscribe(problem -> {
      if (!problem.isEmpty())
        wanted.set(Optional.empty());
    });
    wanted.subscribe(this::judge);
    chosen.subscribe(this::judge);
    look.foundProperty().subscribe(this::judge);
    candidates.all().addListener((ListChangeListener<Candidate>) _ -> refresh());
    ready = Bindings.createBooleanBinding(this::isReady, chosen, wanted, refusal, replace, running,
        radio.takenProperty());
  }

  /// The meters that are known or heard now.
  public void meters(List<MeterItem> now) {
    candidates.meters(now);
    refresh();
  }

  /// Reads the prepared list.
  public void reload() {
    candidates.reload();
  }

  /// Takes over what is known of the chosen meter now; what was typed stays.
  private void refresh() {
    chosen.get().ifPresent(shown -> {
      Candidate now = candidates.of(shown.ssid());
      if (now.equals(shown))
        return;
      chosen.set(Optional.of(now));
      boolean came = shown.air().isEmpty() && now.air().isPresent();
      if (came && !running.get())
        look.at(now.air());
    });
  }

  /// Chooses a meter and looks at it, if it is in range.
  public void choose(Ssid ssid) {
    if (running.get() || chosen.get().map(Candidate::ssid).equals(Optional.of(ssid)))
      return;
    Candidate candidate = candidates.of(ssid);
    clear();
    chosen.set(Optional.of(candidate));
    fill(candidate);
    look.at(candidate.air());
  }

  private void clear() {
    result.set(Optional.empty());
    ladder.clear();
    replace.set(false);
  }

  private void fill(Candidate candidate) {
    Optional<MeterToken> known = candidate.prepared().map(PreparedSetUp::token);
    token.show(known.map(one -> one.accessToken() + one.deviceProfileId()).orElse(""), known);
    wanted.set(known);
    name.set(candidate.prepared().flatMap(PreparedSetUp::name)
        .or(() -> candidate.known().map(MeterRow::name).filter(called -> !called.equals(candidate.ssid().value())))
        .orElse(""));
    site.set(candidate.prepared().flatMap(PreparedSetUp::site).orElse(""));
  }

  /// What speaks against it, by what is known here and what the meter said: it must be insisted on.
  private void judge() {
    String said = wanted.get().isEmpty() || chosen.get().isEmpty()
        ? ""
        : against(chosen.get().get(), wanted.get().get());
    if (!said.equals(refusal.get())) {
      replace.set(false);
      refusal.set(said);
    }
  }

  private String against(Candidate meter, MeterToken given) {
    Optional<MeterItem> other = candidates.other(meter.ssid(), given);
    if (other.isPresent())
      return messages.text("set-up.token-taken", other.get().name(), other.get().ssid().value());
    Optional<MeterToken> held = look.heldToken().or(meter::token);
    return held.isPresent() && !held.get().equals(given) ? messages.text("set-up.other-token", meter.name()) : "";
  }

  private boolean isReady() {
    return chosen.get().flatMap(Candidate::air).isPresent() && wanted.get().isPresent()
        && (refusal.get().isEmpty() || replace.get()) && !running.get() && !radio.takenProperty().get();
  }

  /// Sets the chosen meter up.
  public void start() {
    if (!isReady() || !radio.take())
      return;
    Candidate meter = chosen.get().orElseThrow();
    AccessPoint air = meter.air().orElseThrow();
    var order = new PreparedSetUp(meter.ssid(), wanted.get().orElseThrow(), text(name), text(site), Optional.empty());
    boolean insisted = replace.get();
    running.set(true);
    cancelling.set(false);
    result.set(Optional.empty());
    ladder.setAll(Rung.none());
    handle = tasks.run(messages.text("task.set-up", meter.name()),
        progress -> services.setUp().setUp(air, order, new Confirmed(insisted, false),
            new SetUpWatch(progress, tasks, this::rung)),
        this::ended, failure -> ended(new SetUpResult(meter.ssid(), SetUpResult.State.PARTLY,
            messages.text("set-up.crashed", String.valueOf(failure.getMessage())))));
  }

  /// Stops at the next safe point; repeating the set-up goes on where it stopped.
  public void cancel() {
    if (running.get() && handle != null) {
      cancelling.set(true);
      handle.cancel();
    }
  }

  private void rung(Rung.Kind kind) {
    ladder.setAll(Rung.at(List.copyOf(ladder), kind));
  }

  private void ended(SetUpResult outcome) {
    running.set(false);
    radio.give();
    boolean whole = outcome.state() == SetUpResult.State.DONE || outcome.state() == SetUpResult.State.ALREADY;
    if (whole)
      rung(Rung.Kind.NOTE);
    ladder.setAll(Rung.ended(List.copyOf(ladder), whole));
    result.set(Optional.of(outcome));
    reload();
    done.run();
  }

  /// Goes on with the next prepared meter in range, else shows none.
  public void next() {
    if (running.get())
      return;
    Optional<Ssid> before = chosen.get().map(Candidate::ssid);
    Optional<Candidate> following = candidates.all().stream().filter(one -> one.air().isPresent()
        && one.standing() == Candidate.Standing.PREPARED && !Optional.of(one.ssid()).equals(before)).findFirst();
    clear();
    chosen.set(Optional.empty());
    following.ifPresent(one -> choose(one.ssid()));
  }

  private Optional<MeterToken> token(String text) {
    if (text.isEmpty())
      return Optional.empty();
    Optional<String> problem = sentences.token(text);
    if (problem.isPresent())
      throw new IllegalArgumentException(problem.get());
    return TokenText.parse(text);
  }

  private static Optional<String> text(StringProperty property) {
    return Optional.of(property.get().strip()).filter(value -> !value.isEmpty());
  }

  /// What to do after a set-up.
  public void onDone(Runnable action) {
    done = action;
  }

  public CandidatesViewModel candidates() {
    return candidates;
  }

  public LookViewModel look() {
    return look;
  }

  ReadOnlyObjectProperty<Optional<Candidate>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  TypedText<Optional<MeterToken>> token() {
    return token;
  }

  /// The token that would be stored; empty while what is typed is none.
  ReadOnlyObjectProperty<Optional<MeterToken>> wantedProperty() {
    return wanted.getReadOnlyProperty();
  }

  public StringProperty nameProperty() {
    return name;
  }

  public StringProperty siteProperty() {
    return site;
  }

  /// A sentence about what speaks against it, or empty.
  public ReadOnlyStringProperty refusalProperty() {
    return refusal.getReadOnlyProperty();
  }

  /// Whether somebody insists although something speaks against it.
  public BooleanProperty replaceProperty() {
    return replace;
  }

  ObservableList<Rung> ladder() {
    return ladder;
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty cancellingProperty() {
    return cancelling.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<SetUpResult>> resultProperty() {
    return result.getReadOnlyProperty();
  }

  public BooleanBinding readyBinding() {
    return ready;
  }
}
