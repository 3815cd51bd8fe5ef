package org.semcollector.app.ui.sync;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.semcollector.app.store.SyncRuns.Counts;
import org.semcollector.app.store.SyncRuns.Run;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// Runs that were, newest first.
record HistoryView(SyncViewModel vm, Messages messages, Formats formats) implements Builder<Region> {
  @Override
  public Region build() {
    VBox list = Panes.column(StyleClass.COLUMN);
    vm.history().subscribe(() -> list.getChildren().setAll(vm.history().stream().map(this::run).toList()));
    list.getChildren().setAll(vm.history().stream().map(this::run).toList());
    Label nothing = Panes.paragraph(messages.text("history.nothing"), StyleClass.MUTED);
    Panes.shownWhile(nothing, Bindings.isEmpty(vm.history()));
    return Panes.column(StyleClass.COLUMN, nothing, list);
  }

  private Node run(Run run) {
    String outcome = run.outcome().map(how -> messages.of("history", how))
        .orElseGet(() -> messages.text("history.cut-short"));
    Counts counts = run.counts();
    List<Node> lines = new ArrayList<>();
    lines.add(Panes.paragraph(messages.text("history.line", formats.dateTime(run.startedAt()), outcome, run.server()),
        StyleClass.STRONG));
    lines.add(Panes.paragraph(messages.text("history.counts", counts.proven(), counts.accepted(), counts.refused(),
        counts.waiting()), StyleClass.MUTED));
    if (!run.sentence().isEmpty())
      lines.add(Panes.paragraph(run.sentence(), StyleClass.SMALL));
    return Panes.column(StyleClass.TIGHT, lines.toArray(Node[]::new));
  }
}
