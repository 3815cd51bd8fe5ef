package org.semcollector.app.ui.meter;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.semcollector.app.chart.Mark;
import org.semcollector.app.chart.MarkSource;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.ReadingStore.Range;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.OperationServices;
import org.semcollector.app.ui.RadioUse;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.meters.MeterItem;
import org.semcollector.protocol.meter.Ssid;

/// What is known of one meter: verdict, history, notes. Read anew whenever another meter is shown or something happened
/// to it.
public final class DetailsViewModel {
  private final MeterStore store;
  private final MarkSource marks;
  private final OperationServices services;
  private final Tasks tasks;
  private final Clock clock;
  private final Messages messages;
  private final ReadOnlyObjectWrapper<Optional<MeterDetails>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Ssid>> meter = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final NotesViewModel notes;
  private final OperateViewModel operate;
  private List<MeterItem> meters = List.of();
  private int asked;

  public DetailsViewModel(MeterStore store, MarkSource marks, OperationServices services, RadioUse radio, Tasks tasks,
      Clock clock, Messages messages) {
    this.store = store;
    this.marks = marks;
    this.services = services;
    this.tasks = tasks;
    this.clock = clock;
    this.messages = messages;
    notes = new NotesViewModel(store, services.notes(), tasks, messages);
    operate = new OperateViewModel(services, radio, tasks, messages);
    shown.subscribe(details -> notes.show(details));
    shown.subscribe(this::tellOperate);
    meter.subscribe(this::tellOperate);
  }

  /// The meters that are known or heard now.
  public void meters(List<MeterItem> now) {
    meters = List.copyOf(now);
    tellOperate();
  }

  private void tellOperate() {
    Optional<MeterItem> item = meter.get()
        .flatMap(ssid -> meters.stream().filter(one -> one.ssid().equals(ssid)).findFirst());
    String name = shown.get().map(MeterDetails::name)
        .orElseGet(() -> item.map(MeterItem::name).orElse(meter.get().map(Ssid::value).orElse("")));
    operate.show(meter.get(), name, item.flatMap(MeterItem::air));
  }

  /// Shows a meter, read anew.
  public void show(Optional<Ssid> wanted) {
    boolean other = !wanted.equals(meter.get());
    meter.set(wanted);
    if (other)
      shown.set(Optional.empty());
    int asking = ++asked;
    if (wanted.isEmpty())
      return;
    loading.set(true);
    tasks.run(messages.text("task.details"), _ -> read(wanted.get()), details -> {
      if (asking != asked)
        return; // another was asked for meanwhile
      loading.set(false);
      problem.set("");
      shown.set(Optional.of(details));
    }, failure -> {
      if (asking != asked)
        return;
      loading.set(false);
      problem.set(messages.text("details.load-failed", String.valueOf(failure.getMessage())));
    });
  }

  /// Whether the shown meter was read or is being read.
  public boolean isRead() {
    return shown.get().isPresent() || loading.get();
  }

  /// Reads the shown meter again.
  public void reload() {
    show(meter.get());
  }

  private MeterDetails read(Ssid ssid) throws Exception {
    Optional<MeterRow> row = store.meter(ssid);
    return new MeterDetails(ssid, row, services.notes().note(ssid), services.verdicts().of(ssid),
        services.clocks().of(ssid),
        HistoryItem.of(store.visits(Optional.of(ssid)), happened(row)));
  }

  private List<Mark> happened(Optional<MeterRow> row) throws StoreException {
    if (row.isEmpty() || row.get().firstMeasuredAt().isEmpty())
      return List.of();
    return marks.marks(row.get(), new Range(row.get().firstMeasuredAt().get(), clock.instant()));
  }

  public OperateViewModel operate() {
    return operate;
  }

  public NotesViewModel notes() {
    return notes;
  }

  /// Which meter is shown or being read.
  public ReadOnlyObjectProperty<Optional<Ssid>> meterProperty() {
    return meter.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<MeterDetails>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty loadingProperty() {
    return loading.getReadOnlyProperty();
  }

  /// A sentence about what did not work, or empty.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
