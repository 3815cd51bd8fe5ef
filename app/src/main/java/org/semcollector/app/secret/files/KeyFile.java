package org.semcollector.app.secret.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.semcollector.app.secret.SecretException;

/// A random key in a file that only its owner may read, away from the data: who gets a copy of the data folder alone (a
/// backup, a memory stick, a report) cannot open the secrets.
final class KeyFile implements SealKey {
  private static final int KEY_BYTES = 32;
  private static final Set<PosixFilePermission> OWNER = EnumSet.of(PosixFilePermission.OWNER_READ,
      PosixFilePermission.OWNER_WRITE);

  private final Path file;
  private final SecureRandom random;

  KeyFile(Path file, SecureRandom random) {
    this.file = file.toAbsolutePath();
    this.random = random;
  }

  @Override
  public String kind() {
    return "key-file";
  }

  @Override
  public SecretKey key(byte[] salt, boolean make) throws SecretException {
    try {
      try {
        return read();
      } catch (NoSuchFileException e) {
        if (!make)
          throw new SecretException("The key file " + file + " is missing, so the stored sign-in cannot be opened. "
              + "The readings are not touched; sign in again.", e);
        make();
        return read();
      }
    } catch (IOException e) {
      throw new SecretException("The key file " + file + " cannot be used (" + e.getMessage()
          + "), so the sign-in cannot be kept. The readings are not touched.", e);
    }
  }

  private SecretKey read() throws IOException, SecretException {
    if (posix() && !OWNER.containsAll(Files.getPosixFilePermissions(file)))
      throw new SecretException("Others may read the key file " + file
          + ", so it is not used. Take that right away (chmod 600) or delete the file, then sign in again.");
    String hex = Files.readString(file).strip();
    if (!hex.matches("[0-9a-f]{64}"))
      throw new IOException("it does not hold a key");
    return new SecretKeySpec(HexFormat.of().parseHex(hex), "AES");
  }

  private void make() throws IOException {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    if (file.getParent() != null)
      Files.createDirectories(file.getParent());
    FileAttribute<?>[] rights = posix()
        ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(OWNER)}
        : new FileAttribute<?>[0];
    try (var channel = Files.newByteChannel(file,
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC), rights)) {
      channel.write(java.nio.ByteBuffer.wrap(HexFormat.of().formatHex(key).getBytes(
          java.nio.charset.StandardCharsets.US_ASCII)));
    } catch (FileAlreadyExistsException e) {
      // another program made it at the same moment; its key is as good
    }
  }

  private boolean posix() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
