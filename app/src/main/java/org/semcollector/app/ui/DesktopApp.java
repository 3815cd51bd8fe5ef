package org.semcollector.app.ui;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.settings.Settings;
import org.semcollector.app.ui.fx.FxTasks;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.fx.Theme;
import org.semcollector.app.ui.shell.Screen;
import org.semcollector.app.ui.shell.Shell;

/// The window.
public final class DesktopApp extends Application {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 720;
  private static final double MIN_WIDTH = 900;
  private static final double MIN_HEIGHT = 560;
  private static final Duration TICK = Duration.seconds(30);
  private static final Duration BEAT = Duration.seconds(1);

  // JavaFX makes the Application object itself and passes it only strings, so the services wait here for it. A JVM
  // launches at most once.
  private static volatile @Nullable UiServices handedOver;

  private final FxTasks tasks = new FxTasks();
  private @Nullable Shell shell;
  private @Nullable Stage stage;

  /// Opens the window and returns when it was closed.
  ///
  /// @return a sentence when there is no display to open it on
  public static Optional<String> launch(UiServices services) {
    handedOver = services;
    try {
      Application.launch(DesktopApp.class);
      return Optional.empty();
    } catch (RuntimeException | LinkageError e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      return Optional.of(new Messages(services.locale()).text("window.not-opened", String.valueOf(cause.getMessage())));
    }
  }

  @Override
  public void start(Stage primary) {
    stage = primary;
    Theme.loadFonts();
    primary.setMinWidth(MIN_WIDTH);
    primary.setMinHeight(MIN_HEIGHT);
    primary.setOnCloseRequest(this::close);
    open(Objects.requireNonNull(handedOver, "launch was not used"));
    primary.show();
    Timeline ticks = new Timeline(new KeyFrame(TICK, _ -> current().tick()));
    ticks.setCycleCount(Animation.INDEFINITE);
    ticks.play();
    Timeline beats = new Timeline(new KeyFrame(BEAT, _ -> current().beat()));
    beats.setCycleCount(Animation.INDEFINITE);
    beats.play();
    Platform.getPreferences().colorSchemeProperty().subscribe(_ -> restyle(current().settingsProperty().get()));
  }

  @Override
  public void stop() {
    current().services().whenClosed().run();
  }

  private void open(UiServices services) {
    Messages messages = new Messages(services.locale());
    Shell opened = new Shell(services, tasks, messages);
    shell = opened;
    Stage window = Objects.requireNonNull(stage);
    window.setTitle(messages.text(services.simulated() ? "window.title-simulated" : "window.title"));
    Parent root = opened.build(this::replace);
    if (window.getScene() == null)
      window.setScene(new Scene(root, WIDTH, HEIGHT));
    else
      window.getScene().setRoot(root);
    opened.connect(window.getScene());
    opened.onOpenPage(page -> getHostServices().showDocument(page.toString()));
    opened.settingsProperty().subscribe(this::restyle);
    opened.onOpenFolder(folder -> getHostServices().showDocument(folder.toUri().toString()));
    opened.start();
    opened.settingsProperty().subscribe(this::relocate);
    opened.busyBinding().subscribe(this::relocate);
  }

  private void replace(UiServices services) {
    Runnable closeOld = current().services().whenClosed();
    open(services);
    closeOld.run();
  }

  /// A visit or a sync that runs is asked to stop safely; the window closes when it did.
  private void close(WindowEvent event) {
    if (!current().busyBinding().get())
      return;
    event.consume();
    current().busyBinding().subscribe(busy -> {
      if (!busy)
        Objects.requireNonNull(stage).close();
    });
    current().stop();
  }

  private void restyle(Settings settings) {
    Scene scene = Objects.requireNonNull(stage).getScene();
    double scale = settings.textScale();
    switch (settings.theme()) {
      case LIGHT -> Theme.apply(scene, false, scale);
      case DARK -> Theme.apply(scene, true, scale);
      case HIGH_CONTRAST -> Theme.applyHighContrast(scene, scale);
      case SYSTEM ->
        Theme.apply(scene, Platform.getPreferences().getColorScheme() == ColorScheme.DARK, scale);
    }
  }

  /// Another language or zone makes the window's content anew; work that runs is waited for.
  private void relocate() {
    Shell open = current();
    if (!open.settingsLoadedProperty().get() || open.busyBinding().get())
      return;
    Settings settings = open.settingsProperty().get();
    UiServices services = open.services();
    Locale locale = settings.language().map(Locale::forLanguageTag).orElse(services.program().systemLocale());
    ZoneId zone = settings.zone().map(ZoneId::of).orElse(services.program().systemZone());
    if (locale.equals(services.locale()) && zone.equals(services.zone()))
      return;
    Platform.runLater(() -> {
      if (open != current())
        return;
      open(services.in(locale, zone));
      current().show(Screen.SETTINGS);
    });
  }

  private Shell current() {
    return Objects.requireNonNull(shell);
  }
}
