package org.semcollector.app.wiring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.semcollector.app.secret.FirstReachableStore;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.secret.SecretStore;
import org.semcollector.app.secret.credentials.CredentialStore;
import org.semcollector.app.secret.credentials.NativeCredentials;
import org.semcollector.app.secret.files.EncryptedFileStore;
import org.semcollector.app.secret.keychain.KeychainStore;
import org.semcollector.app.secret.keychain.RealSecurityProgram;
import org.semcollector.app.secret.secretservice.SecretServiceStore;
import org.slf4j.LoggerFactory;

/// Where secrets are kept on this computer: its keyring if there is one, else an encrypted file.
final class SecretPlaces {
  /// For typing a keyring's passphrase.
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private SecretPlaces() {}

  static SecretStore of(SystemFacts system, Path dataDir) {
    List<SecretStore> places = new ArrayList<>();
    keyring(system).ifPresent(places::add);
    places.add(file(system, dataDir.resolve("secrets.json")));
    return new FirstReachableStore(places);
  }

  /// The key of a simulated server is nobody's secret; it must not get into the user's keyring.
  static SecretStore simulated(SystemFacts system, Path dataDir) {
    return EncryptedFileStore.withKeyFile(dataDir.resolve("secrets.json"), dataDir.resolve("secret.key"),
        system.clock());
  }

  private static Optional<SecretStore> keyring(SystemFacts system) {
    String os = system.osName().toLowerCase(Locale.ROOT);
    if (os.contains("mac"))
      return Optional.of(new KeychainStore(new RealSecurityProgram(), RealSecurityProgram.exists()));
    if (!os.contains("win"))
      return Optional.of(new SecretServiceStore(SecretServiceStore.sessionBus(system.environment()), PATIENCE));
    try {
      return Optional.of(new CredentialStore(new NativeCredentials()));
    } catch (IllegalArgumentException | LinkageError e) {
      LoggerFactory.getLogger(SecretPlaces.class).warn("Windows's credential manager is not used", e);
      return Optional.empty();
    }
  }

  /// With a passphrase if the environment gives one, else with a key file outside of the data folder.
  private static SecretStore file(SystemFacts system, Path file) {
    Map<String, String> environment = system.environment();
    String passphrase = environment.getOrDefault("SEM_PASSPHRASE", "");
    return passphrase.isBlank()
        ? EncryptedFileStore.withKeyFile(file, AppDirs.configDir(environment, system.osName(), system.home())
            .resolve("secret.key"), system.clock())
        : EncryptedFileStore.withPassphrase(file, new Secret(passphrase), system.clock());
  }
}
