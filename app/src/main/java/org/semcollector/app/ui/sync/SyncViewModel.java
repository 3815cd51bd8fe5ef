package org.semcollector.app.ui.sync;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.settings.Settings;
import org.semcollector.app.sync.SyncReport;
import org.semcollector.app.sync.SyncTarget;
import org.semcollector.app.task.Tasks;
import org.semcollector.app.ui.SyncUseCase;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.settings.SettingsViewModel;

/// Bringing readings to the server. Address and user name are remembered; the secret is not.
public final class SyncViewModel {
  /// How to sign in.
  public enum SignIn {
    USER, API_KEY, DEVICE_TOKENS
  }

  private final SyncUseCase sync;
  private final Tasks tasks;
  private final SettingsViewModel settings;
  private final Messages messages;
  private final StringProperty server = new SimpleStringProperty("");
  private final StringProperty user = new SimpleStringProperty("");
  private final StringProperty secret = new SimpleStringProperty("");
  private final ObjectProperty<SignIn> signIn = new SimpleObjectProperty<>(SignIn.USER);
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyObjectWrapper<Optional<SyncReport>> report = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final BooleanBinding ready = Bindings.createBooleanBinding(() -> !running.get() && target().isPresent(),
      running, server, user, secret, signIn);
  private Runnable finished = () -> {};
  private Tasks.@Nullable Handle handle;

  public SyncViewModel(SyncUseCase sync, Tasks tasks, SettingsViewModel settings, Messages messages) {
    this.sync = sync;
    this.tasks = tasks;
    this.settings = settings;
    this.messages = messages;
    settings.settingsProperty().subscribe(this::takeOver);
  }

  /// Sends what the server is not proven to have.
  public void sync() {
    Optional<SyncTarget> target = target();
    if (running.get() || target.isEmpty())
      return;
    remember();
    running.set(true);
    problem.set("");
    report.set(Optional.empty());
    handle = tasks.run(messages.text("task.sync"), progress -> sync.sync(target.get(), progress), outcome -> {
      running.set(false);
      report.set(Optional.of(outcome));
      finished.run();
    }, failure -> {
      running.set(false);
      problem.set(messages.text("sync.failed", String.valueOf(failure.getMessage())));
      finished.run();
    });
  }

  /// Stops after the batch that is on its way.
  public void cancel() {
    if (handle != null && running.get())
      handle.cancel();
  }

  /// What to do after a run.
  public void onFinished(Runnable action) {
    finished = action;
  }

  public StringProperty serverProperty() {
    return server;
  }

  public StringProperty userProperty() {
    return user;
  }

  /// Password or API key.
  public StringProperty secretProperty() {
    return secret;
  }

  public ObjectProperty<SignIn> signInProperty() {
    return signIn;
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<SyncReport>> reportProperty() {
    return report.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Whether address and sign-in are complete and nothing runs.
  public BooleanBinding readyBinding() {
    return ready;
  }

  private Optional<SyncTarget> target() {
    Optional<URI> address = address(server.get().strip());
    if (address.isEmpty())
      return Optional.empty();
    Optional<String> key = Optional.of(secret.get()).filter(text -> !text.isBlank());
    return switch (signIn.get()) {
      case API_KEY -> key.map(given -> new SyncTarget(address.get(), Optional.of(given), Optional.empty(),
          Optional.empty()));
      case USER -> user.get().isBlank()
          ? Optional.empty()
          : key.map(given -> new SyncTarget(address.get(), Optional.empty(), Optional.of(user.get().strip()),
              Optional.of(given)));
      case DEVICE_TOKENS -> Optional.of(new SyncTarget(address.get(), Optional.empty(), Optional.empty(),
          Optional.empty()));
    };
  }

  private static Optional<URI> address(String text) {
    try {
      URI address = new URI(text);
      boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      return web && address.getHost() != null ? Optional.of(address) : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private void remember() {
    settings.change(now -> now.withServer(now.server().withAddress(Optional.of(server.get().strip()))
        .withSignIn(now.server().signIn(), Optional.of(user.get().strip()).filter(text -> !text.isEmpty()))));
  }

  private void takeOver(Settings stored) {
    stored.server().url().ifPresent(server::set);
    stored.server().user().ifPresent(user::set);
  }
}
