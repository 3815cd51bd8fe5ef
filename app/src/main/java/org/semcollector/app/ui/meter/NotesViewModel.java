package org.semcollector.app.ui.meter;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.semcollector.app.health.Finding;
import org.semcollector.app.notes.MeterNote;
import org.semcollector.app.notes.MeterNotes;
import org.semcollector.app.notes.NotesException;
import org.semcollector.app.settings.MeterSettings;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.TypedText;
import org.semcollector.protocol.meter.Ssid;

/// What people note about a meter. Nothing is kept before it is saved, and nothing is suggested that is applied by itself.
public final class NotesViewModel {
  private static final int CHANNELS = 3;
  private static final double MIDDLE_FACTOR = 1;

  private final MeterStore store;
  private final MeterNotes notes;
  private final Tasks tasks;
  private final Messages messages;
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty site = new SimpleStringProperty("");
  private final Map<Integer, StringProperty> channels = new TreeMap<>();
  private final TypedText<Optional<ZoneId>> zone;
  private final TypedText<OptionalDouble> factor;
  private final TypedText<OptionalDouble> voltage;
  private final ReadOnlyObjectWrapper<OptionalDouble> suggested = new ReadOnlyObjectWrapper<>(OptionalDouble.empty());
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private Optional<MeterDetails> meter = Optional.empty();
  private Optional<ZoneId> typedZone = Optional.empty();
  private OptionalDouble typedFactor = OptionalDouble.empty();
  private OptionalDouble typedVoltage = OptionalDouble.empty();
  private boolean showing;
  private Runnable saved = () -> {};

  NotesViewModel(MeterStore store, MeterNotes notes, Tasks tasks, Messages messages) {
    this.store = store;
    this.notes = notes;
    this.tasks = tasks;
    this.messages = messages;
    zone = new TypedText<>(this::zone, typed -> typedZone = typed);
    factor = new TypedText<>(this::factor, typed -> typedFactor = typed);
    voltage = new TypedText<>(this::voltage, typed -> typedVoltage = typed);
    for (int channel = 1; channel <= CHANNELS; channel++)
      channels.put(channel, new SimpleStringProperty(""));
    name.subscribe(this::compare);
    site.subscribe(this::compare);
    channels.values().forEach(text -> text.subscribe(this::compare));
    zone.textProperty().subscribe(this::compare);
    factor.textProperty().subscribe(this::compare);
    voltage.textProperty().subscribe(this::compare);
  }

  /// Shows what is noted. What was typed and not saved stays while the same meter is read anew.
  void show(Optional<MeterDetails> details) {
    boolean same = details.map(MeterDetails::ssid).equals(meter.map(MeterDetails::ssid)) && details.isPresent();
    meter = details;
    suggested.set(details.map(NotesViewModel::suggestion).orElse(OptionalDouble.empty()));
    if (same && changed.get())
      return;
    said.set("");
    problem.set("");
    fill();
  }

  private void fill() {
    showing = true;
    Optional<MeterNote> note = meter.map(MeterDetails::note);
    name.set(note.flatMap(MeterNote::name).orElse(""));
    site.set(note.flatMap(MeterNote::site).orElse(""));
    channels.forEach((channel, text) -> text
        .set(note.map(known -> known.channelNames().getOrDefault(channel, "")).orElse("")));
    typedZone = shownZone();
    zone.show(typedZone.map(ZoneId::getId).orElse(""), typedZone);
    typedFactor = note.map(MeterNote::energyFactor).orElse(OptionalDouble.empty());
    factor.show(typedFactor.isPresent() ? shown(typedFactor.getAsDouble()) : "", typedFactor);
    typedVoltage = note.map(MeterNote::nominalVoltageV).orElse(OptionalDouble.empty());
    voltage.show(typedVoltage.isPresent() ? shown(typedVoltage.getAsDouble()) : "", typedVoltage);
    showing = false;
    compare();
  }

  private static String shown(double number) {
    return new java.math.BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }

  /// Puts the suggested factor into the field; it is kept only when it is saved.
  public void takeSuggestion() {
    if (suggested.get().isPresent())
      factor.textProperty().set(messages.text("details.factor-number", suggested.get().getAsDouble()));
  }

  /// Forgets what was typed.
  public void discard() {
    fill();
  }

  /// Keeps what was typed, if all of it means something.
  public void save() {
    if (meter.isEmpty() || !isRight())
      return;
    MeterDetails shown = meter.get();
    UnaryOperator<MeterNote> change = change();
    Optional<ZoneId> wantedZone = typedZone;
    tasks.run(messages.text("task.notes"), _ -> keep(shown.ssid(), change, wantedZone), kept -> {
      if (!meter.map(MeterDetails::ssid).equals(Optional.of(shown.ssid())))
        return;
      changed.set(false);
      meter = meter.map(details -> details.noted(kept));
      fill();
      said.set(messages.text("details.saved"));
      saved.run();
    }, failure -> problem.set(messages.text("details.not-saved", String.valueOf(failure.getMessage()))));
  }

  private MeterNote keep(Ssid ssid, UnaryOperator<MeterNote> change, Optional<ZoneId> wantedZone)
      throws NotesException, StoreException {
    MeterNote kept = notes.change(ssid, change);
    store.rename(ssid, kept.name().orElse(ssid.value()));
    Optional<ZoneId> before = store.meter(ssid).map(MeterRow::zone);
    if (wantedZone.isPresent() && !wantedZone.equals(before))
      store.setZone(ssid, wantedZone.get());
    // a meter without a name is called by its SSID, which is no note
    return notes.change(ssid, note -> kept.name().isEmpty() ? note.withName("") : note);
  }

  private UnaryOperator<MeterNote> change() {
    String newName = name.get();
    String newSite = site.get();
    OptionalDouble newFactor = typedFactor;
    OptionalDouble newVoltage = typedVoltage;
    Map<Integer, String> names = new TreeMap<>();
    channels.forEach((channel, text) -> {
      if (!text.get().isBlank())
        names.put(channel, text.get().strip());
    });
    return note -> note.withName(newName).withSite(newSite).withEnergyFactor(newFactor)
        .withNominalVoltage(newVoltage).withChannelNames(names);
  }

  private boolean isRight() {
    return zone.problemProperty().get().isEmpty() && factor.problemProperty().get().isEmpty()
        && voltage.problemProperty().get().isEmpty();
  }

  private void compare() {
    if (showing)
      return;
    Optional<MeterNote> note = meter.map(MeterDetails::note);
    boolean same = note.isEmpty() || (isRight() && change().apply(note.get()).equals(note.get())
        && typedZone.equals(shownZone()));
    changed.set(!same);
    if (!same)
      said.set("");
  }

  /// The noted zone, else the one its days are counted in.
  private Optional<ZoneId> shownZone() {
    return meter.map(MeterDetails::note).flatMap(MeterNote::zone)
        .or(() -> meter.flatMap(MeterDetails::row).map(MeterRow::zone));
  }

  private Optional<ZoneId> zone(String text) {
    if (text.isEmpty() && shownZone().isEmpty())
      return Optional.empty();
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(messages.text("details.zone-wrong"), e);
    }
  }

  private OptionalDouble factor(String text) {
    if (text.isEmpty())
      return OptionalDouble.empty();
    try {
      double number = Double.parseDouble(text.replace(',', '.'));
      if (number > 0 && number <= MeterNote.LARGEST_FACTOR)
        return OptionalDouble.of(number);
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException(messages.text("details.factor-wrong"));
  }

  private OptionalDouble voltage(String text) {
    if (text.isEmpty())
      return OptionalDouble.empty();
    try {
      double volts = Double.parseDouble(text.replace(',', '.'));
      if (MeterSettings.isVoltage(volts))
        return OptionalDouble.of(volts);
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException(messages.text("details.voltage-wrong"));
  }

  /// The factor that fits the readings of all channels: the mean of those that are clear.
  private static OptionalDouble suggestion(MeterDetails details) {
    return details.verdict().stream().flatMap(verdict -> verdict.findings().stream())
        .filter(finding -> finding.rule().equals("energy-factor")).mapToDouble(NotesViewModel::factorOf).average();
  }

  private static double factorOf(Finding finding) {
    return finding.evidence().get(1) instanceof Double number ? number : MIDDLE_FACTOR;
  }

  /// What to do after notes were kept.
  public void onSaved(Runnable action) {
    saved = action;
  }

  public StringProperty nameProperty() {
    return name;
  }

  public StringProperty siteProperty() {
    return site;
  }

  /// Name of a channel, 1 to 3.
  public StringProperty channelProperty(int channel) {
    return java.util.Objects.requireNonNull(channels.get(channel));
  }

  TypedText<Optional<ZoneId>> zone() {
    return zone;
  }

  TypedText<OptionalDouble> factor() {
    return factor;
  }

  TypedText<OptionalDouble> voltage() {
    return voltage;
  }

  /// The energy factor that the readings suggest; empty when they suggest none.
  public ReadOnlyObjectProperty<OptionalDouble> suggestedProperty() {
    return suggested.getReadOnlyProperty();
  }

  /// Whether anything typed is not kept.
  public ReadOnlyBooleanProperty changedProperty() {
    return changed.getReadOnlyProperty();
  }

  /// What was kept, in words, or empty.
  public ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }

  /// A sentence about what did not work, or empty.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
