package org.semcollector.app.ui.sync;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.sync.SyncReport;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;

/// Server, sign-in, the run and what it reached.
///
/// @param unproven what the server is not proven to have, in words
public record SyncView(SyncViewModel vm, javafx.beans.value.ObservableValue<String> unproven, Messages messages)
    implements
      Builder<Region> {
  @Override
  public Region build() {
    Label waiting = Panes.paragraph("", StyleClass.MUTED);
    waiting.textProperty().bind(unproven);
    ScrollPane scroll = new ScrollPane(Panes.column(StyleClass.PAGE,
        Panes.label(messages.text("sync.title"), StyleClass.TITLE), waiting, form(), buttons(), progress(),
        Panes.problem(vm.problemProperty()), report()));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    return scroll;
  }

  private Region form() {
    GridPane form = new GridPane();
    form.getStyleClass().add(StyleClass.FORM);
    TextField server = new TextField();
    server.setPromptText(messages.text("sync.server-example"));
    server.textProperty().bindBidirectional(vm.serverProperty());
    TextField user = new TextField();
    user.textProperty().bindBidirectional(vm.userProperty());
    PasswordField secret = new PasswordField();
    secret.textProperty().bindBidirectional(vm.secretProperty());
    form.addRow(0, label("sync.server", server), server);
    form.addRow(1, Panes.label(messages.text("sync.sign-in"), StyleClass.STRONG), signIn());
    form.addRow(2, Panes.shownWhile(label("sync.user", user), is(SyncViewModel.SignIn.USER)),
        Panes.shownWhile(user, is(SyncViewModel.SignIn.USER)));
    Label secretLabel = label("sync.password", secret);
    secretLabel.textProperty().bind(vm.signInProperty().map(kind -> messages.text(
        kind == SyncViewModel.SignIn.API_KEY ? "sync.api-key" : "sync.password")));
    form.addRow(3, Panes.shownWhile(secretLabel, is(SyncViewModel.SignIn.DEVICE_TOKENS).map(tokens -> !tokens)),
        Panes.shownWhile(secret, is(SyncViewModel.SignIn.DEVICE_TOKENS).map(tokens -> !tokens)));
    Label hint = Panes.paragraph("", StyleClass.MUTED);
    hint.textProperty().bind(vm.signInProperty().map(kind -> messages.of("sync.hint", kind)));
    form.add(hint, 1, 4);
    return form;
  }

  private javafx.beans.value.ObservableValue<Boolean> is(SyncViewModel.SignIn kind) {
    return vm.signInProperty().map(kind::equals);
  }

  private Label label(String key, javafx.scene.Node control) {
    Label label = Panes.label(messages.text(key), StyleClass.STRONG);
    label.setLabelFor(control);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private Region signIn() {
    Buttons.Segments<SyncViewModel.SignIn> kinds = Buttons.segments(List.of(SyncViewModel.SignIn.values()),
        kind -> messages.of("sync.by", kind), vm.signInProperty()::set);
    vm.signInProperty().subscribe(kinds::show);
    return kinds.row();
  }

  private Region buttons() {
    Button sync = Buttons.primary(messages.text("sync.now"), Feather.UPLOAD_CLOUD, vm::sync);
    sync.disableProperty().bind(vm.readyBinding().not());
    Button cancel = Buttons.of(messages.text("sync.cancel"), Feather.X, vm::cancel);
    Panes.shownWhile(cancel, vm.runningProperty());
    FlowPane row = new FlowPane(sync, cancel);
    row.getStyleClass().add(StyleClass.TOOLBAR);
    return row;
  }

  private Region progress() {
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(messages.text("task.sync"));
    return Panes.shownWhile(bar, vm.runningProperty());
  }

  private Region report() {
    VBox place = Panes.column(StyleClass.CARD);
    vm.reportProperty().subscribe(report -> report.ifPresent(shown -> place.getChildren().setAll(lines(shown))));
    place.visibleProperty().bind(Bindings.createBooleanBinding(() -> vm.reportProperty().get().isPresent(),
        vm.reportProperty()));
    place.managedProperty().bind(vm.reportProperty().map(Optional::isPresent));
    return place;
  }

  private List<Label> lines(SyncReport report) {
    List<Label> lines = new java.util.ArrayList<>();
    lines.add(Panes.paragraph(messages.text("sync.report.proven", report.proven()), StyleClass.STRONG));
    if (report.accepted() > 0)
      lines.add(Panes.paragraph(messages.text("sync.report.accepted", report.accepted())));
    if (report.refused() > 0)
      lines.add(Panes.paragraph(messages.text("sync.report.refused", report.refused())));
    lines.add(Panes.paragraph(messages.text("sync.report.waiting", report.waiting())));
    report.problems().forEach(problem -> lines.add(Panes.paragraph(problem, StyleClass.PROBLEM)));
    return lines;
  }
}
