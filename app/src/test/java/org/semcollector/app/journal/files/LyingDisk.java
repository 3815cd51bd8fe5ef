package org.semcollector.app.journal.files;

import java.io.IOException;
import java.nio.file.Path;

/// A disk that says it wrote, but changed a bit of every body.
final class LyingDisk extends FullDisk {
  LyingDisk() {
    super(Integer.MAX_VALUE);
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    byte[] changed = content.clone();
    changed[changed.length / 2] ^= 1;
    super.write(file, changed);
  }
}
