package org.semcollector.app.ui.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.semcollector.app.setup.PreparedSetUp;
import org.semcollector.app.setup.PreparedSetUps;
import org.semcollector.app.setup.SetUpCsv;
import org.semcollector.app.setup.SetUpSentences;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.meters.MeterItem;
import org.semcollector.protocol.meter.MeterToken;
import org.semcollector.protocol.meter.Ssid;

/// The meters that could be set up: those in range, and those prepared in the office, which can be taken from a list.
public final class CandidatesViewModel {
  private static final long LONGEST_LIST = 16 * 1024 * 1024;
  private static final Comparator<Candidate> ORDER = Comparator
      .comparing((Candidate candidate) -> candidate.air().isEmpty()).thenComparing(Candidate::standing)
      .thenComparing(Candidate::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Candidate::ssid);

  private final PreparedSetUps lists;
  private final Tasks tasks;
  private final Messages messages;
  private final ObservableList<Candidate> all = FXCollections.observableArrayList();
  private final ObservableList<Candidate> view = FXCollections.unmodifiableObservableList(all);
  private final ObservableList<String> problems = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private List<MeterItem> meters = List.of();
  private List<PreparedSetUp> prepared = List.of();

  CandidatesViewModel(PreparedSetUps lists, Tasks tasks, Messages messages) {
    this.lists = lists;
    this.tasks = tasks;
    this.messages = messages;
  }

  /// The meters that are known or heard now.
  void meters(List<MeterItem> now) {
    meters = List.copyOf(now);
    merge();
  }

  /// Reads the prepared list.
  void reload() {
    tasks.run(messages.text("task.prepared"), _ -> lists.all(), list -> {
      prepared = list;
      merge();
    }, failure -> said.set(messages.text("set-up.list-failed", String.valueOf(failure.getMessage()))));
  }

  /// Takes a list of set-ups from a file.
  public void take(Path file) {
    problems.clear();
    tasks.run(messages.text("task.prepared"), _ -> read(file), csv -> {
      problems.setAll(csv.problems());
      said.set(messages.text("set-up.list-taken", csv.setUps().size(), csv.problems().size()));
      reload();
    }, failure -> said.set(messages.text("set-up.list-unreadable", String.valueOf(file.getFileName()),
        String.valueOf(failure.getMessage()))));
  }

  private SetUpCsv read(Path file) throws IOException {
    if (Files.size(file) > LONGEST_LIST)
      throw new IOException(messages.text("set-up.list-too-long"));
    SetUpCsv csv = SetUpCsv.parse(Files.readString(file), new SetUpSentences(messages.locale()));
    if (!csv.setUps().isEmpty())
      lists.keep(csv.setUps());
    return csv;
  }

  private void merge() {
    Map<Ssid, Candidate> merged = new TreeMap<>();
    meters.stream().filter(item -> item.air().isPresent())
        .forEach(item -> merged.put(item.ssid(), candidate(item.ssid(), Optional.empty())));
    prepared.forEach(one -> merged.put(one.ssid(), candidate(one.ssid(), Optional.of(one))));
    List<Candidate> sorted = merged.values().stream().sorted(ORDER).toList();
    if (!sorted.equals(all))
      all.setAll(sorted);
  }

  private Candidate candidate(Ssid ssid, Optional<PreparedSetUp> setUp) {
    Optional<MeterItem> item = meters.stream().filter(one -> one.ssid().equals(ssid)).findFirst();
    return new Candidate(ssid, item.flatMap(MeterItem::known), item.flatMap(MeterItem::air), setUp);
  }

  /// A meter as it is known now, candidate or not.
  Candidate of(Ssid ssid) {
    return all.stream().filter(one -> one.ssid().equals(ssid)).findFirst()
        .orElseGet(() -> candidate(ssid, Optional.empty()));
  }

  /// Another meter that was seen with a token.
  Optional<MeterItem> other(Ssid meter, MeterToken token) {
    return meters.stream().filter(item -> !item.ssid().equals(meter)
        && item.known().flatMap(MeterRow::token).equals(Optional.of(token))).findFirst();
  }

  ObservableList<Candidate> all() {
    return view;
  }

  /// What became of reading a list, or empty.
  public ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }

  /// What was wrong with lines of it.
  ObservableList<String> problems() {
    return problems;
  }
}
