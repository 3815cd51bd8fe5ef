package org.semcollector.app.secret.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.semcollector.app.files.SmallFile;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.secret.SecretException;
import org.semcollector.app.secret.SecretName;
import org.semcollector.app.secret.SecretStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Secrets in one encrypted file. A file that cannot be opened is set aside when a new secret is kept, never overwritten.
public final class EncryptedFileStore implements SecretStore {
  private static final Logger LOG = LoggerFactory.getLogger(EncryptedFileStore.class);

  private final Path file;
  private final SealedJson sealed;
  private final Clock clock;

  private EncryptedFileStore(Path file, SealKey key, Clock clock) {
    var random = new SecureRandom();
    this.file = file;
    this.sealed = new SealedJson(key, random);
    this.clock = clock;
  }

  /// A file that is opened by a random key in another file.
  ///
  /// @param keyFile made when it is first needed, readable by its owner alone
  /// @param clock names files that are set aside
  public static EncryptedFileStore withKeyFile(Path file, Path keyFile, Clock clock) {
    return new EncryptedFileStore(file, new KeyFile(keyFile, new SecureRandom()), clock);
  }

  /// A file that is opened by a passphrase somebody knows.
  public static EncryptedFileStore withPassphrase(Path file, Secret passphrase, Clock clock) {
    return new EncryptedFileStore(file, new PassphraseKey(passphrase), clock);
  }

  @Override
  public String place() {
    return "the encrypted file " + file;
  }

  @Override
  public boolean reachable() {
    return true;
  }

  @Override
  public synchronized Optional<Secret> get(SecretName name) throws SecretException {
    return Optional.ofNullable(read().get(key(name))).map(Secret::new);
  }

  @Override
  public synchronized String put(SecretName name, Secret secret) throws SecretException {
    Map<String, String> secrets = readOrSetAside();
    secrets.put(key(name), secret.reveal());
    write(secrets);
    return place();
  }

  @Override
  public synchronized void remove(SecretName name) throws SecretException {
    if (!Files.exists(file))
      return;
    Map<String, String> secrets = readOrSetAside();
    if (secrets.remove(key(name)) != null)
      write(secrets);
  }

  private Map<String, String> read() throws SecretException {
    try {
      return sealed.open(Files.readString(file));
    } catch (NoSuchFileException e) {
      return new TreeMap<>();
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new SecretException("The stored sign-in in " + file + " cannot be opened (" + e.getMessage()
          + "). The readings are not touched; sign in again.", e);
    }
  }

  private Map<String, String> readOrSetAside() throws SecretException {
    try {
      return read();
    } catch (SecretException e) {
      try {
        LOG.warn("{} It is kept as {}.", e.getMessage(), SmallFile.setAside(file, clock.instant()));
        return new TreeMap<>();
      } catch (IOException io) {
        throw notWritten(io);
      }
    }
  }

  private void write(Map<String, String> secrets) throws SecretException {
    try {
      SmallFile.write(file, sealed.seal(secrets));
    } catch (IOException e) {
      throw notWritten(e);
    }
  }

  private SecretException notWritten(IOException e) {
    return new SecretException("The sign-in could not be kept in " + file + " (" + e.getMessage()
        + "). The readings are not touched; give the sign-in again next time.", e);
  }

  private static String key(SecretName name) {
    return name.server() + " " + name.account();
  }
}
