package org.semcollector.app.sync.server;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.secret.SecretException;
import org.semcollector.app.secret.SecretName;
import org.semcollector.app.secret.SecretStore;
import org.semcollector.app.settings.ServerSettings;
import org.semcollector.app.settings.ServerSettings.SignIn;
import org.semcollector.app.settings.SettingsStore;
import org.semcollector.app.sync.KeyPin;
import org.semcollector.app.sync.ServerTrust;
import org.semcollector.app.sync.SyncTarget;

/// The server of the settings with the secret of the keyring: the one place where the two meet.
public final class SignIns {
  private final SettingsStore settings;
  private final SecretStore secrets;
  private final ServerSentences sentences;

  public SignIns(SettingsStore settings, SecretStore secrets, ServerSentences sentences) {
    this.settings = settings;
    this.secrets = secrets;
    this.sentences = sentences;
  }

  /// The server of the settings, signed in as they say.
  ///
  /// @throws ServerException with a sentence that says what is missing
  public SyncTarget stored() throws ServerException {
    ServerSettings server = settings.load().server();
    return target(server, secret(server));
  }

  /// The secret that is kept for a server, if any.
  public Optional<Secret> secret(ServerSettings server) throws ServerException {
    if (server.url().isEmpty() || server.signIn() == SignIn.DEVICE_TOKENS)
      return Optional.empty();
    try {
      return secrets.get(name(server));
    } catch (SecretException e) {
      throw new ServerException(String.valueOf(e.getMessage()), e);
    }
  }

  /// A server with a secret that need not be kept.
  ///
  /// @param secret empty only for a sign-in by device tokens
  public SyncTarget target(ServerSettings server, Optional<Secret> secret) throws ServerException {
    URI address = address(server);
    if (secret.isEmpty() && server.signIn() != SignIn.DEVICE_TOKENS)
      throw new ServerException(sentences.text("setting.no-secret", address));
    Optional<String> text = secret.map(Secret::reveal);
    try {
      SyncTarget target = switch (server.signIn()) {
        case API_KEY -> new SyncTarget(address, text, Optional.empty(), Optional.empty());
        case USER -> new SyncTarget(address, Optional.empty(), Optional.of(user(server)), text);
        case DEVICE_TOKENS -> SyncTarget.byDeviceTokens(address);
      };
      return target.trusting(new ServerTrust(server.caFile().map(Path::of), server.pin().map(KeyPin::new)));
    } catch (IllegalArgumentException e) {
      throw new ServerException(String.valueOf(e.getMessage()), e);
    }
  }

  /// Keeps address and sign-in in the settings and the secret where secrets are kept.
  ///
  /// @param secret empty leaves a kept one as it is
  /// @return where the secret is kept, in words; empty when none was given
  public Optional<String> keep(ServerSettings server, Optional<Secret> secret) throws ServerException {
    address(server);
    try {
      Optional<String> place = secret.isPresent()
          ? Optional.of(secrets.put(name(server), secret.get()))
          : Optional.empty();
      settings.save(settings.load().withServer(server));
      return place;
    } catch (SecretException | IOException e) {
      throw new ServerException(String.valueOf(e.getMessage()), e);
    }
  }

  /// Forgets the secret of the server in the settings.
  public void forget() throws ServerException {
    ServerSettings server = settings.load().server();
    if (server.url().isEmpty() || server.signIn() == SignIn.DEVICE_TOKENS)
      return;
    try {
      secrets.remove(name(server));
    } catch (SecretException e) {
      throw new ServerException(String.valueOf(e.getMessage()), e);
    }
  }

  /// Where secrets are kept, in words.
  public String place() {
    return secrets.place();
  }

  /// The address of the settings as a whole address.
  public URI address(ServerSettings server) throws ServerException {
    String given = server.url().map(String::strip).filter(text -> !text.isEmpty())
        .orElseThrow(() -> new ServerException(sentences.text("setting.no-server")));
    try {
      URI uri = new URI(given.contains("://") ? given : "https://" + given);
      if (uri.getHost() != null && uri.getRawUserInfo() == null
          && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme())))
        return uri;
    } catch (URISyntaxException e) {
      // said below
    }
    throw new ServerException(sentences.text("setting.address", given));
  }

  private String user(ServerSettings server) throws ServerException {
    return server.user().map(String::strip).filter(text -> !text.isEmpty())
        .orElseThrow(() -> new ServerException(sentences.text("setting.user-missing")));
  }

  private SecretName name(ServerSettings server) throws ServerException {
    URI address = address(server);
    return server.signIn() == SignIn.API_KEY
        ? SecretName.apiKey(address)
        : SecretName.password(address, user(server));
  }
}
