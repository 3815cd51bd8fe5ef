package org.semcollector.app.secret.credentials;

import java.util.Optional;

/// The three functions of Windows's Credential Manager that are used.
public interface CredentialApi {
  /// `CredReadW`; empty for ERROR_NOT_FOUND.
  ///
  /// @throws WindowsException with the system's error number for anything else
  Optional<byte[]> read(String target) throws WindowsException;

  /// `CredWriteW` of a generic credential that stays on this machine.
  void write(String target, String user, byte[] secret) throws WindowsException;

  /// `CredDeleteW`; a credential that is not there is fine.
  void delete(String target) throws WindowsException;
}
