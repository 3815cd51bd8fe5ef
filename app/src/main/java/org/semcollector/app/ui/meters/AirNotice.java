package org.semcollector.app.ui.meters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.ui.fx.Buttons;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;
import org.semcollector.app.ui.wifi.DoctorViewModel;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.app.wifi.manual.HandJoin;

/// What is in the way on the air with its remedy, or the meter that was joined by hand; takes no room when there is
/// neither.
public record AirNotice(MetersViewModel vm, DoctorViewModel doctor, MeterWays ways, Messages messages)
    implements
      Builder<Region> {
  @Override
  public Region build() {
    VBox failure = new VBox();
    vm.air().failureProperty().subscribe(why -> failure.getChildren()
        .setAll(why.filter(AirNotice::isWorthSaying).map(this::failure).stream().toList()));
    VBox joined = new VBox();
    vm.air().joinedProperty().subscribe(found -> joined.getChildren().setAll(joined(found).stream().toList()));
    BooleanBinding anyJoined = Bindings.createBooleanBinding(() -> isShown(vm.air().joinedProperty().get()),
        vm.air().joinedProperty());
    BooleanBinding anyFailure = Bindings.createBooleanBinding(
        () -> vm.air().failureProperty().get().filter(AirNotice::isWorthSaying).isPresent(),
        vm.air().failureProperty());
    return Panes.shownWhile(Panes.column(StyleClass.TIGHT, Panes.shownWhile(joined, anyJoined),
        Panes.shownWhile(failure, anyFailure)), anyJoined.or(anyFailure));
  }

  private static boolean isWorthSaying(WifiFailure failure) {
    return !(failure instanceof WifiFailure.Cancelled);
  }

  private boolean isShown(HandJoin found) {
    return found instanceof HandJoin.Meter || found instanceof HandJoin.Unnamed
        || found instanceof HandJoin.Contradicting;
  }

  private Optional<Region> joined(HandJoin found) {
    if (!isShown(found))
      return Optional.empty();
    if (found instanceof HandJoin.Meter meter) {
      Button collect = Buttons.primary(messages.text("joined.collect"), Feather.DOWNLOAD, vm::collectJoined);
      // its name may be read from the store only after it was noticed
      return Optional.of(card(Feather.LINK, StyleClass.SUCCESS,
          vm.listedProperty().map(_ -> messages.text("joined.meter", vm.name(meter.ssid()))), List.of(collect)));
    }
    return Optional.of(card(Feather.ALERT_TRIANGLE, StyleClass.WARNING, new SimpleStringProperty(found.sentence()),
        List.of(look())));
  }

  private Region failure(WifiFailure failure) {
    List<Node> remedies = new ArrayList<>();
    if (failure instanceof WifiFailure.PermissionDenied denied)
      denied.settings().ifPresent(page -> remedies.add(
          Buttons.primary(messages.text("air.settings"), Feather.SETTINGS, () -> ways.systemPage(page))));
    remedies.add(Buttons.of(messages.text("air.again"), Feather.REFRESH_CW, vm::scan));
    remedies.add(look());
    if (vm.air().canJoinByName())
      remedies.add(byName());
    return card(icon(failure), StyleClass.WARNING, new SimpleStringProperty(failure.sentence()), remedies);
  }

  private static Feather icon(WifiFailure failure) {
    return failure instanceof WifiFailure.PermissionDenied ? Feather.LOCK : Feather.WIFI_OFF;
  }

  private Button look() {
    return Buttons.of(messages.text("air.doctor"), Feather.ACTIVITY, doctor::open);
  }

  /// A name typed from the label, where meters cannot be listed.
  private Node byName() {
    TextField name = new TextField();
    name.setPromptText("SEM-24:6f:28:…");
    name.setAccessibleText(messages.text("air.name"));
    Label wrong = Panes.label("", StyleClass.DANGER, StyleClass.SMALL);
    Runnable go = () -> wrong.setText(vm.collectNamed(name.getText()).orElse(""));
    name.setOnAction(_ -> go.run());
    return Panes.row(StyleClass.TIGHT, name, Buttons.of(messages.text("air.by-name"), Feather.DOWNLOAD, go), wrong);
  }

  private static Region card(Feather icon, String colour, ObservableValue<String> sentence, List<Node> actions) {
    Label says = Panes.paragraph("");
    says.textProperty().bind(sentence);
    says.setGraphic(Icons.of(icon, colour));
    FlowPane buttons = new FlowPane(actions.toArray(Node[]::new));
    buttons.getStyleClass().add(StyleClass.TOOLBAR);
    VBox card = Panes.column(StyleClass.NOTICE_CARD, says, buttons);
    card.getStyleClass().add(colour.equals(StyleClass.SUCCESS) ? StyleClass.SUCCESS : StyleClass.WARNING);
    return card;
  }
}
