package org.semcollector.app.ui.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.settings.ServerSettings;
import org.semcollector.app.ui.ProgramServices;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.FolderChoice;
import org.semcollector.app.ui.fx.FolderOpening;
import org.semcollector.app.ui.fx.Form;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;
import org.semcollector.protocol.meter.Ssid;

/// The parts of the settings that are no choices: passwords, the way to the server, the data, and what the program is.
///
/// @param toServer goes to where server and sign-in are set
public record SettingsParts(SettingsViewModel settings, PasswordsViewModel passwordsVm, DataViewModel dataVm,
    ProgramServices program, FolderChoice folders, FolderOpening opening, Runnable toServer, Messages messages) {
  Region passwords() {
    Label fleet = Panes.paragraph("");
    fleet.textProperty().bind(passwordsVm.fleetKeptProperty()
        .map(kept -> messages.text(kept ? "passwords.fleet-kept" : "passwords.fleet-none")));
    VBox own = Panes.column(StyleClass.TIGHT);
    passwordsVm.own().subscribe(() -> own.getChildren().setAll(passwordsVm.own().stream().map(this::own).toList()));
    TextField meter = new TextField();
    meter.textProperty().bindBidirectional(passwordsVm.meterProperty());
    meter.setPromptText(messages.text("passwords.all-meters"));
    PasswordField typed = new PasswordField();
    typed.textProperty().bindBidirectional(passwordsVm.typedProperty());
    typed.setOnAction(_ -> passwordsVm.keep());
    Form form = new Form()
        .row(messages.text("passwords.meter"), meter, Form.hint(messages.text("passwords.meter-hint")))
        .row(messages.text("passwords.password"), typed);
    Label shown = Panes.paragraph("", StyleClass.STRONG);
    shown.textProperty().bind(passwordsVm.shownProperty());
    Panes.shownWhile(shown, shown.textProperty().map(text -> !text.isEmpty()));
    Label said = Panes.paragraph("", StyleClass.MUTED);
    said.textProperty().bind(passwordsVm.saidProperty());
    Panes.shownWhile(said, said.textProperty().map(text -> !text.isEmpty()));
    return card("passwords.title", fleet, own, form.build(), passwordButtons(), shown, said,
        Panes.problem(passwordsVm.problemProperty()));
  }

  private Region passwordButtons() {
    Button keep = Buttons.of(messages.text("passwords.keep"), Feather.CHECK, passwordsVm::keep);
    keep.disableProperty().bind(passwordsVm.typedProperty().isEmpty());
    Button show = Buttons.of(messages.text("passwords.show"), Feather.EYE, passwordsVm::show);
    show.textProperty().bind(passwordsVm.shownProperty()
        .map(text -> messages.text(text.isEmpty() ? "passwords.show" : "passwords.hide")));
    Button forget = Buttons.of(messages.text("passwords.forget"), Feather.TRASH_2,
        () -> passwordsVm.forget(Optional.empty()));
    Panes.shownWhile(forget, passwordsVm.fleetKeptProperty());
    return bar(keep, show, forget);
  }

  private Node own(Ssid meter) {
    return Panes.row(StyleClass.TIGHT, Panes.label(messages.text("passwords.own", meter.value())), Panes.spacer(),
        Buttons.icon(messages.text("passwords.forget-own", meter.value()), Feather.TRASH_2,
            () -> passwordsVm.forget(Optional.of(meter))));
  }

  Region server() {
    Label where = Panes.paragraph("");
    where.textProperty().bind(settings.settingsProperty().map(now -> server(now.server())));
    return card("settings.server", where, bar(Buttons.of(messages.text("settings.to-server"), Feather.UPLOAD_CLOUD,
        toServer)));
  }

  private String server(ServerSettings server) {
    return server.url()
        .map(url -> messages.text(server.automatic() ? "settings.server-automatic" : "settings.server-is",
            url, messages.of("sync.by", server.signIn())))
        .orElseGet(() -> messages.text("settings.no-server"));
  }

  Region data() {
    Form form = new Form().row(messages.text("data.folder"), place(dataVm.dataDir()))
        .row(messages.text("data.journal"), place(dataVm.journal()), Form.hint(messages.text("data.journal-hint")));
    Label said = Panes.paragraph("", StyleClass.MUTED);
    said.textProperty().bind(dataVm.saidProperty());
    Button copy = Buttons.of(messages.text("data.copy"), Feather.COPY,
        () -> folders.folder(messages.text("data.copy-title")).ifPresent(dataVm::copyTo));
    copy.disableProperty().bind(dataVm.copyingProperty());
    Button cancel = Buttons.of(messages.text("data.cancel"), Feather.X, dataVm::cancel);
    Panes.shownWhile(cancel, dataVm.copyingProperty());
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(messages.text("task.backup"));
    Panes.shownWhile(bar, dataVm.copyingProperty());
    return card("data.title", form.build(), said, bar, bar(copy, cancel),
        Panes.paragraph(messages.text("data.copy-hint"), StyleClass.MUTED, StyleClass.SMALL),
        Panes.problem(dataVm.problemProperty()));
  }

  private Region place(Path folder) {
    TextField path = new TextField(folder.toString());
    path.setEditable(false);
    javafx.scene.layout.HBox.setHgrow(path, javafx.scene.layout.Priority.ALWAYS);
    path.setAccessibleText(folder.toString());
    return Panes.row(StyleClass.TIGHT, path,
        Buttons.icon(messages.text("data.open", folder.toString()), Feather.FOLDER, () -> opening.open(folder)));
  }

  Region about() {
    GridPane table = new GridPane();
    table.getStyleClass().add(StyleClass.FACTS);
    List<ProgramServices.Library> all = program.libraries();
    for (int i = 0; i < all.size(); i++)
      table.addRow(i, Panes.label(all.get(i).name()), Panes.label(all.get(i).version(), StyleClass.MUTED),
          Panes.paragraph(all.get(i).licence(), StyleClass.MUTED));
    TitledPane made = new TitledPane(messages.text("about.made-of", all.size()), table);
    made.setExpanded(false);
    made.setAnimated(false);
    Label version = Panes.paragraph(program.version().isEmpty()
        ? messages.text("about.no-version")
        : messages.text("about.version", program.version()), StyleClass.STRONG);
    version.setGraphic(Icons.of(Feather.INFO, StyleClass.STRONG));
    return card("about.title", version, Panes.paragraph(messages.text("about.text"), StyleClass.MUTED), made);
  }

  private Region card(String titleKey, Node... content) {
    VBox card = Panes.column(StyleClass.CARD, Panes.label(messages.text(titleKey), StyleClass.HEADING));
    card.getChildren().addAll(content);
    return card;
  }

  private static FlowPane bar(Node... nodes) {
    FlowPane row = new FlowPane(nodes);
    row.getStyleClass().add(StyleClass.TOOLBAR);
    return row;
  }
}
