package org.semcollector.app.sync.thingsboard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.semcollector.app.sync.ServerTrust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whom https is believed: Java's own list of authorities, the operating system's (a company's authority is usually
/// only there), and the extra file.
final class Tls {
  private static final Logger LOG = LoggerFactory.getLogger(Tls.class);
  /// Where Debian, Fedora, openSUSE and Alpine keep what the system trusts.
  private static final List<Path> SYSTEM_FILES = List.of(Path.of("/etc/ssl/certs/ca-certificates.crt"),
      Path.of("/etc/pki/tls/certs/ca-bundle.crt"), Path.of("/etc/ssl/ca-bundle.pem"), Path.of("/etc/ssl/cert.pem"));
  /// The stores of Windows and macOS, as Java names them.
  private static final List<String> SYSTEM_STORES = List.of("Windows-ROOT", "KeychainStore-ROOT", "KeychainStore");

  private Tls() {}

  /// @param servers remembers the key it saw last
  record Side(SSLContext context, TrustedServers servers) {}

  /// @throws IOException when the extra file holds no certificates; its message is for users
  static Side side(ServerTrust trust) throws IOException {
    try {
      var context = SSLContext.getInstance("TLS");
      var servers = new TrustedServers(managers(trust), trust.pin());
      context.init(null, new TrustManager[]{servers}, null);
      return new Side(context, servers);
    } catch (GeneralSecurityException e) {
      throw new IOException("https is not available on this computer (" + e.getMessage() + ")", e);
    }
  }

  private static List<X509ExtendedTrustManager> managers(ServerTrust trust)
      throws IOException, GeneralSecurityException {
    List<X509ExtendedTrustManager> managers = new ArrayList<>(managersOf(null));
    if (trust.caFile().isPresent()) {
      managers.addAll(managersOf(pem(trust.caFile().get())));
    }
    systemStore().ifPresent(store -> {
      try {
        managers.addAll(managersOf(store));
      } catch (GeneralSecurityException e) {
        LOG.warn("the system's certificates cannot be used: {}", e.getMessage());
      }
    });
    return managers;
  }

  private static List<X509ExtendedTrustManager> managersOf(@Nullable KeyStore store) throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    List<X509ExtendedTrustManager> managers = new ArrayList<>();
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager x509) {
        managers.add(x509);
      }
    }
    return managers;
  }

  /// The operating system's list; empty where there is none that can be read.
  private static Optional<KeyStore> systemStore() {
    for (String type : SYSTEM_STORES) {
      try {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        return Optional.of(store);
      } catch (IOException | GeneralSecurityException e) {
        LOG.debug("no {}", type);
      }
    }
    for (Path file : SYSTEM_FILES) {
      try {
        if (Files.isReadable(file)) {
          return Optional.of(pem(file));
        }
      } catch (IOException e) {
        LOG.debug("{} cannot be used", file, e);
      }
    }
    return Optional.empty();
  }

  /// All certificates of a PEM file.
  private static KeyStore pem(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("ca-" + store.size(), certificate);
      }
      if (store.size() > 0) {
        return store;
      }
    } catch (GeneralSecurityException | IOException e) {
      throw new IOException("the certificates in " + file + " cannot be read", e);
    }
    throw new IOException("there is no certificate in " + file);
  }
}
