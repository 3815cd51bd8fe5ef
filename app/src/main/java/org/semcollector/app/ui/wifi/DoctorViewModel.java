package org.semcollector.app.ui.wifi;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.AirServices;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.wifi.doctor.DoctorFinding;
import org.semcollector.app.wifi.doctor.DoctorSentences;
import org.semcollector.protocol.meter.Ssid;

/// Examines Wi-Fi and keeps what was found.
public final class DoctorViewModel {
  private final AirServices.Doctor doctor;
  private final Tasks tasks;
  private final Messages messages;
  private final DoctorSentences words;
  private final BooleanProperty open = new SimpleBooleanProperty(false);
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyObjectWrapper<List<DoctorFinding>> findings = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private Optional<Ssid> wanted = Optional.empty();

  public DoctorViewModel(AirServices.Doctor doctor, Tasks tasks, Messages messages) {
    this.doctor = doctor;
    this.tasks = tasks;
    this.messages = messages;
    this.words = new DoctorSentences(messages.locale());
  }

  /// Shows the panel and examines.
  public void open() {
    open.set(true);
    examine();
  }

  public void close() {
    open.set(false);
  }

  /// @param meter that is meant
  public void wanted(Optional<Ssid> meter) {
    wanted = meter;
  }

  /// Examines again.
  public void examine() {
    if (looking.get())
      return;
    looking.set(true);
    summary.set(messages.text("doctor.looking"));
    tasks.run(messages.text("task.doctor"), progress -> doctor.examine(wanted, progress), found -> {
      looking.set(false);
      findings.set(found);
      summary.set(words.summary(found));
    }, failure -> {
      looking.set(false);
      summary.set(messages.text("doctor.failed", String.valueOf(failure.getMessage())));
    });
  }

  DoctorSentences words() {
    return words;
  }

  /// Whether the panel is shown.
  public ReadOnlyBooleanProperty openProperty() {
    return open;
  }

  public ReadOnlyBooleanProperty lookingProperty() {
    return looking.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<List<DoctorFinding>> findingsProperty() {
    return findings.getReadOnlyProperty();
  }

  /// The first thing to mend, or that all is well.
  public ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }
}
