package org.semcollector.app.sync.thingsboard;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.semcollector.app.sync.KeyPin;

/// Trusts what any of several lists trusts; then, with a pin, only one key.
final class TrustedServers extends X509ExtendedTrustManager {
  private final List<X509ExtendedTrustManager> lists;
  private final Optional<KeyPin> pin;
  private volatile Optional<KeyPin> seen = Optional.empty();

  /// One way of asking a list.
  private interface Check {
    void by(X509ExtendedTrustManager list) throws CertificateException;
  }

  TrustedServers(List<X509ExtendedTrustManager> lists, Optional<KeyPin> pin) {
    this.lists = List.copyOf(lists);
    this.pin = pin;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
    any(list -> list.checkServerTrusted(chain, authType, socket), chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    any(list -> list.checkServerTrusted(chain, authType, engine), chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
    any(list -> list.checkServerTrusted(chain, authType), chain);
  }

  private void any(Check check, X509Certificate[] chain) throws CertificateException {
    CertificateException refused = new CertificateException("there is no list of authorities");
    for (X509ExtendedTrustManager list : lists) {
      try {
        check.by(list);
        checkPin(chain[0]);
        return;
      } catch (WrongKeyException e) {
        throw e;
      } catch (CertificateException e) {
        refused = e;
      }
    }
    throw refused;
  }

  private void checkPin(X509Certificate certificate) throws WrongKeyException {
    KeyPin key = KeyPin.of(certificate.getPublicKey());
    if (pin.isPresent() && !pin.get().equals(key)) {
      throw new WrongKeyException(key);
    }
    seen = Optional.of(key);
  }

  /// The key of the last server that was trusted.
  Optional<KeyPin> seen() {
    return seen;
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
    throw noClients();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw noClients();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
    throw noClients();
  }

  private static CertificateException noClients() {
    return new CertificateException("this program has no clients");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return lists.stream().flatMap(list -> List.of(list.getAcceptedIssuers()).stream()).toArray(X509Certificate[]::new);
  }
}
