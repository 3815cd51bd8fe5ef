package org.semcollector.app.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.semcollector.app.settings.Settings;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.TypedText;
import org.semcollector.app.ui.settings.PasswordsViewModel;
import org.semcollector.app.ui.setup.SetUpViewModel;
import org.semcollector.app.wifi.FleetPasswords;
import org.semcollector.protocol.meter.Ssid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The view models of the screens for operating meters, without a toolkit.
class OperationViewModelsTest {
  private static final Ssid METER = new Ssid("SEM-24:6f:28:ab:c0:01");
  private final Messages messages = new Messages(Locale.UK);

  @Test
  void aTypedTextKeepsWhatIsWrongAndPassesOnOnlyWhatIsRight() {
    var passed = new java.util.ArrayList<Integer>();
    var text = new TypedText<Integer>(Integer::valueOf, passed::add);
    text.textProperty().set("12");
    text.textProperty().set("12x");
    assertEquals(List.of(12), passed);
    assertFalse(text.problemProperty().get().isEmpty());
    text.show("7", 7);
    assertEquals("7", text.textProperty().get());
    assertEquals(List.of(12), passed, "showing tells nobody");
  }

  @Test
  void aPasswordIsKnownOnlyAsKeptUntilSomebodyAsks() {
    var secrets = new MemorySecrets();
    var passwords = new PasswordsViewModel(new FleetPasswords(secrets), new DirectTasks(), messages);
    passwords.meters(List.of(METER));
    passwords.meterProperty().set(METER.value());
    passwords.typedProperty().set("its own password");
    passwords.keep();
    assertEquals(List.of(METER), List.copyOf(passwords.own()));
    assertEquals("", passwords.typedProperty().get());
    assertEquals("", passwords.shownProperty().get());
    passwords.show();
    assertEquals("its own password", passwords.shownProperty().get());
    passwords.meterProperty().set("");
    assertEquals("", passwords.shownProperty().get(), "another is chosen");
    passwords.forget(Optional.of(METER));
    assertTrue(secrets.kept.isEmpty());
  }

  @Test
  void aMeterThatIsNotInRangeCannotBeSetUp() {
    var operations = new FakeSite(1, Settings.DEFAULTS).operations;
    operations.prepare(METER, 4, "Annex");
    var setUp = new SetUpViewModel(operations.services(), new RadioUse(), new DirectTasks(), messages);
    setUp.reload();
    setUp.choose(METER);
    assertEquals("Annex", setUp.nameProperty().get());
    assertFalse(setUp.readyBinding().get());
    setUp.start();
    assertTrue(operations.done.isEmpty());
  }
}
