package org.semcollector.app.ui.sync;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.settings.ServerSettings;
import org.semcollector.app.settings.ServerSettings.SignIn;
import org.semcollector.app.sync.SyncTarget;
import org.semcollector.app.sync.server.ServerException;
import org.semcollector.app.sync.server.ServerTools;
import org.semcollector.app.sync.server.TestStep;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.settings.SettingsViewModel;

/// Which server, and as whom. Address and user are settings; the secret goes to the keyring, or is forgotten with the
/// window.
public final class ServerViewModel {
  private final ServerTools tools;
  private final Tasks tasks;
  private final SettingsViewModel settings;
  private final Messages messages;
  private final StringProperty address = new SimpleStringProperty("");
  private final StringProperty user = new SimpleStringProperty("");
  private final StringProperty secret = new SimpleStringProperty("");
  private final StringProperty caFile = new SimpleStringProperty("");
  private final StringProperty pin = new SimpleStringProperty("");
  private Runnable accepted = () -> {};
  private final BooleanProperty keep = new SimpleBooleanProperty(true);
  private final ObjectProperty<SignIn> signIn = new SimpleObjectProperty<>(SignIn.USER);
  private final ObservableList<TestStep> steps = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper testing = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper kept = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final BooleanBinding complete = Bindings.createBooleanBinding(
      () -> !address.get().isBlank() && (signIn.get() != SignIn.USER || !user.get().isBlank()), address, signIn, user);

  public ServerViewModel(ServerTools tools, Tasks tasks, SettingsViewModel settings, Messages messages) {
    this.tools = tools;
    this.tasks = tasks;
    this.settings = settings;
    this.messages = messages;
    settings.settingsProperty().subscribe(stored -> takeOver(stored.server()));
  }

  /// Work that finds the server to talk to; blocks, because a keyring may ask.
  interface Target {
    SyncTarget get() throws ServerException;
  }

  /// The server as the form says now.
  Target target() {
    ServerSettings form = form();
    Optional<Secret> typed = typed();
    return () -> tools.signIns().target(form, typed.isPresent() ? typed : tools.signIns().secret(form));
  }

  /// Tries the server step by step and shows each step as it is known.
  public void test() {
    if (testing.get() || !complete.get())
      return;
    remember();
    testing.set(true);
    problem.set("");
    steps.clear();
    Target target = target();
    tasks.run(messages.text("task.test"), progress -> tools.test().run(target.get(), progress,
        step -> tasks.onScreen(() -> steps.add(step))), found -> {
          testing.set(false);
          if (found.stream().noneMatch(ServerViewModel::stops)) {
            accepted.run();
            keepSecret();
          }
        }, failure -> {
          testing.set(false);
          problem.set(String.valueOf(failure.getMessage()));
        });
  }

  /// What to do when a test found that the server accepts the sign-in.
  void onAccepted(Runnable action) {
    accepted = action;
  }

  private static boolean stops(TestStep step) {
    return step.outcome() == TestStep.Outcome.FAILED && step.kind().compareTo(TestStep.Kind.DEVICES) <= 0;
  }

  /// Keeps the typed secret, if it is wanted: to be called when a server has accepted it.
  void keepSecret() {
    Optional<Secret> typed = typed();
    if (typed.isEmpty() || !keep.get() || signIn.get() == SignIn.DEVICE_TOKENS)
      return;
    ServerSettings form = form();
    tasks.run(messages.text("task.keep"), _ -> tools.signIns().keep(form, typed), place -> {
      secret.set("");
      kept.set(place.map(where -> messages.text("sync.kept", where)).orElse(""));
    }, failure -> problem.set(String.valueOf(failure.getMessage())));
  }

  /// Forgets the kept secret.
  public void forget() {
    tasks.run(messages.text("task.keep"), _ -> {
      tools.signIns().forget();
      return List.of();
    }, _ -> {
      secret.set("");
      kept.set(messages.text("sync.forgotten"));
    }, failure -> problem.set(String.valueOf(failure.getMessage())));
  }

  /// Saves what is no secret.
  void remember() {
    ServerSettings form = form();
    settings.change(now -> now.withServer(form));
  }

  /// Switches syncing by itself.
  public void automatic(boolean wanted) {
    settings.change(now -> now.withServer(now.server().withAutomatic(wanted)));
  }

  /// Allows networks that are paid by volume.
  public void onMetered(boolean allowed) {
    settings.change(now -> now.withServer(now.server().withOnMetered(allowed)));
  }

  private ServerSettings form() {
    ServerSettings now = settings.settingsProperty().get().server();
    return now.withAddress(text(address))
        .withSignIn(signIn.get(), signIn.get() == SignIn.USER ? text(user) : Optional.empty())
        .withTrust(text(caFile), text(pin));
  }

  private static Optional<String> text(StringProperty property) {
    return Optional.of(property.get().strip()).filter(value -> !value.isEmpty());
  }

  private Optional<Secret> typed() {
    return Optional.of(secret.get()).filter(text -> !text.isBlank()).map(text -> new Secret(text.strip()));
  }

  private void takeOver(ServerSettings stored) {
    stored.url().ifPresent(address::set);
    stored.user().ifPresent(user::set);
    stored.caFile().ifPresent(caFile::set);
    stored.pin().ifPresent(pin::set);
    signIn.set(stored.signIn());
  }

  ServerTools tools() {
    return tools;
  }

  SettingsViewModel settings() {
    return settings;
  }

  public StringProperty addressProperty() {
    return address;
  }

  public StringProperty userProperty() {
    return user;
  }

  /// Password or API key, as typed; empty means the kept one.
  public StringProperty secretProperty() {
    return secret;
  }

  public StringProperty caFileProperty() {
    return caFile;
  }

  public StringProperty pinProperty() {
    return pin;
  }

  public BooleanProperty keepProperty() {
    return keep;
  }

  public ObjectProperty<SignIn> signInProperty() {
    return signIn;
  }

  /// The steps of the last test so far.
  public ObservableList<TestStep> steps() {
    return steps;
  }

  public ReadOnlyBooleanProperty testingProperty() {
    return testing.getReadOnlyProperty();
  }

  /// Where the secret is kept, in words; empty while nothing was done.
  public ReadOnlyStringProperty keptProperty() {
    return kept.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Whether address and, where needed, user are given.
  public BooleanBinding completeBinding() {
    return complete;
  }
}
