package org.semcollector.app.ui.firmware;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Builder;
import org.kordamp.ikonli.feather.Feather;
import org.semcollector.app.ui.fx.Form;
import org.semcollector.app.ui.fx.Formats;
import org.semcollector.app.ui.fx.Icons;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Panes;
import org.semcollector.app.ui.fx.StyleClass;
import org.semcollector.protocol.firmware.AppDescription;
import org.semcollector.protocol.firmware.FirmwareImage;
import org.semcollector.protocol.firmware.ImageReport;

/// What is in the chosen package; for a file from elsewhere, which version it is and whom it is for.
record OfferView(PackagesViewModel vm, Messages messages, Formats formats) implements Builder<Region> {
  @Override
  public Region build() {
    VBox place = Panes.column(StyleClass.COLUMN);
    vm.chosenProperty().subscribe(chosen -> place.getChildren().setAll(chosen.map(this::facts).orElse(List.of())));
    Region said = new Form()
        .typed(messages.text("firmware.version"), vm.version(), messages.text("firmware.version-example"),
            Form.hint(messages.text("firmware.version-hint")))
        .typed(messages.text("firmware.profile"), vm.profile(), messages.text("firmware.profile-example"),
            Form.hint(messages.text("firmware.profile-hint")))
        .build();
    Panes.shownWhile(said, vm.chosenProperty()
        .map(chosen -> chosen.filter(offer -> offer.checksum().isEmpty() && offer.isSound()).isPresent()));
    Label nothing = Panes.paragraph(messages.text("firmware.choose"), StyleClass.MUTED);
    Panes.shownWhile(nothing, vm.chosenProperty().map(Optional::isEmpty));
    return Panes.column(StyleClass.CARD, Panes.label(messages.text("firmware.what"), StyleClass.HEADING), nothing,
        place, said);
  }

  private List<Node> facts(Offer offer) {
    return switch (offer.report()) {
      case ImageReport.Unsound unsound -> List.of(verdict(Feather.X_CIRCLE, StyleClass.DANGER,
          messages.text("firmware.not-whole", unsound.words())));
      case ImageReport.Sound(FirmwareImage image) -> sound(offer, image);
    };
  }

  private List<Node> sound(Offer offer, FirmwareImage image) {
    FlowPane facts = new FlowPane();
    facts.getStyleClass().add(StyleClass.FACTS);
    facts.setMinWidth(0);
    List<Region> all = new ArrayList<>();
    offer.version().ifPresent(version -> all.add(fact("firmware.version-number", messages.text("firmware.as-number",
        version.toString(), String.valueOf(version.number().orElse(0))))));
    offer.profile().ifPresent(profile -> all.add(fact("firmware.profile", profile)));
    all.add(fact("firmware.size", messages.text("firmware.of-slot", formats.bytes(image.length()),
        (double) image.length() / FirmwareImage.SLOT_LENGTH)));
    all.add(fact("firmware.segments", messages.text("number", image.segments().size())));
    image.description().ifPresent(build -> all.addAll(built(build)));
    offer.checksum().ifPresent(sum -> all.add(fact("firmware.checksum", shortened(sum))));
    all.forEach(fact -> {
      fact.maxWidthProperty().bind(facts.widthProperty());
      facts.getChildren().add(fact);
    });
    return List.of(verdict(Feather.CHECK_CIRCLE, StyleClass.SUCCESS,
        messages.text("firmware.whole", image.chip().title())), facts);
  }

  private List<Region> built(AppDescription build) {
    return List.of(fact("firmware.built", build.builtAt()), fact("firmware.project", build.projectName()),
        fact("firmware.idf", build.idfVersion()));
  }

  private static Label verdict(Feather icon, String look, String sentence) {
    Label label = Panes.paragraph(sentence, StyleClass.STRONG);
    label.setGraphic(Icons.of(icon, look));
    return label;
  }

  private Region fact(String titleKey, String value) {
    return Panes.column(StyleClass.TIGHT, Panes.label(messages.text(titleKey), StyleClass.MUTED, StyleClass.SMALL),
        Panes.paragraph(value));
  }

  /// The end of a checksum says nothing to people.
  private static String shortened(String checksum) {
    int shown = 27;
    return checksum.length() <= shown ? checksum : checksum.substring(0, shown) + "…";
  }
}
