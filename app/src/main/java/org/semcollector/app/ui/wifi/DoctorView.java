package org.semcollector.app.ui.wifi;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;
import org.semcollector.app.wifi.doctor.DoctorFinding;

/// What was checked, what was found, what to do; over the meters until it is closed.
///
/// @param openPage opens a page of the system's settings
public record DoctorView(DoctorViewModel vm, Consumer<URI> openPage, Messages messages) implements Builder<Region> {
  @Override
  public Region build() {
    Button back = Buttons.of(messages.text("doctor.back"), Feather.ARROW_LEFT, vm::close);
    Button again = Buttons.primary(messages.text("doctor.again"), Feather.REFRESH_CW, vm::examine);
    again.disableProperty().bind(vm.lookingProperty());
    Label summary = Panes.paragraph("", StyleClass.STRONG);
    summary.textProperty().bind(vm.summaryProperty());
    VBox findings = Panes.column(StyleClass.DOCTOR);
    vm.findingsProperty().subscribe(found -> findings.getChildren().setAll(rows(found)));
    VBox page = Panes.column(StyleClass.PAGE,
        Panes.row(StyleClass.TOOLBAR, back, Panes.label(messages.text("doctor.title"), StyleClass.TITLE),
            Panes.spacer(), again),
        summary, findings);
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add(StyleClass.OVER);
    scroll.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE)
        vm.close();
    });
    vm.openProperty().subscribe(open -> {
      if (open)
        back.requestFocus();
    });
    return Panes.shownWhile(scroll, vm.openProperty());
  }

  private List<Region> rows(List<DoctorFinding> found) {
    return found.stream().map(this::row).toList();
  }

  private Region row(DoctorFinding finding) {
    Look look = Look.of(finding.outcome());
    Label name = Panes.label(vm.words().name(finding.check()), StyleClass.STRONG);
    name.setGraphic(Icons.of(look.icon(), look.styleClass()));
    Label outcome = Panes.label(messages.of("doctor-outcome", finding.outcome()), StyleClass.SMALL,
        look.styleClass());
    VBox said = Panes.column(StyleClass.TIGHT, Panes.paragraph(vm.words().found(finding)));
    vm.words().toDo(finding).ifPresent(todo -> said.getChildren().add(Panes.paragraph(todo, StyleClass.STRONG)));
    finding.settings().ifPresent(page -> said.getChildren()
        .add(Buttons.of(messages.text("doctor.settings"), Feather.SETTINGS, () -> openPage.accept(page))));
    said.getChildren().add(Panes.paragraph(vm.words().checked(finding), StyleClass.MUTED, StyleClass.SMALL));
    GridPane row = new GridPane();
    row.getStyleClass().add(StyleClass.DOCTOR_ROW);
    ColumnConstraints left = new ColumnConstraints();
    left.setPercentWidth(26);
    ColumnConstraints right = new ColumnConstraints();
    right.setHgrow(Priority.ALWAYS);
    right.setPercentWidth(74);
    row.getColumnConstraints().setAll(left, right);
    VBox head = Panes.column(StyleClass.TIGHT, name, outcome);
    GridPane.setValignment(head, VPos.TOP);
    row.addRow(0, head, said);
    return row;
  }

  private record Look(Feather icon, String styleClass) {
    static Look of(DoctorFinding.Outcome outcome) {
      return switch (outcome) {
        case WELL -> new Look(Feather.CHECK_CIRCLE, StyleClass.SUCCESS);
        case LOOK -> new Look(Feather.ALERT_TRIANGLE, StyleClass.WARNING);
        case PROBLEM -> new Look(Feather.X_CIRCLE, StyleClass.DANGER);
        case NOT_CHECKED -> new Look(Feather.MINUS_CIRCLE, StyleClass.MUTED);
      };
    }
  }
}
