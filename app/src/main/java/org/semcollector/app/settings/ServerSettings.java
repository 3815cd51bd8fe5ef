package org.semcollector.app.settings;

import java.util.Optional;

/// Which server readings go to and when. The secret of the sign-in is not here but in the keyring.
///
/// @param url ThingsBoard's address, if set
/// @param signIn how the server knows us
/// @param user user name, for a sign-in by user
/// @param caFile file with certificates (PEM) that are trusted besides the computer's own
/// @param pin the only key the server may have, as `sha256//…` of its certificate's public key
/// @param automatic whether a sync starts by itself when the server answers
/// @param onMetered whether that also holds on networks that are paid by volume
public record ServerSettings(
    Optional<String> url,
    SignIn signIn,
    Optional<String> user,
    Optional<String> caFile,
    Optional<String> pin,
    boolean automatic,
    boolean onMetered) {
  /// No server yet; automatic, because a reading that waits for a click waits for ever.
  public static final ServerSettings NONE = new ServerSettings(Optional.empty(), SignIn.USER, Optional.empty(),
      Optional.empty(), Optional.empty(), true, false);

  /// How the server knows who sends.
  public enum SignIn {
    /// User name and password.
    USER,
    /// A key of ThingsBoard 4.3 or later.
    API_KEY,
    /// Only the meters' own access tokens: nothing can be proven.
    DEVICE_TOKENS
  }

  public ServerSettings withAddress(Optional<String> changed) {
    return new ServerSettings(changed, signIn, user, caFile, pin, automatic, onMetered);
  }

  public ServerSettings withSignIn(SignIn changed, Optional<String> changedUser) {
    return new ServerSettings(url, changed, changedUser, caFile, pin, automatic, onMetered);
  }

  public ServerSettings withTrust(Optional<String> changedCaFile, Optional<String> changedPin) {
    return new ServerSettings(url, signIn, user, changedCaFile, changedPin, automatic, onMetered);
  }

  public ServerSettings withAutomatic(boolean changed) {
    return new ServerSettings(url, signIn, user, caFile, pin, changed, onMetered);
  }

  public ServerSettings withOnMetered(boolean changed) {
    return new ServerSettings(url, signIn, user, caFile, pin, automatic, changed);
  }
}
