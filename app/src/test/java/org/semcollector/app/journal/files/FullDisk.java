package org.semcollector.app.journal.files;

import java.io.IOException;
import java.nio.file.Path;

/// A disk that is full after some writes; half of the write that does not fit is there, as on a real one.
class FullDisk implements Disk {
  private final RealDisk disk = new RealDisk();
  private int writesLeft;

  FullDisk(int writesLeft) {
    this.writesLeft = writesLeft;
  }

  @Override
  public void createFolders(Path folder) throws IOException {
    disk.createFolders(folder);
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    disk.createFolder(folder);
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    if (writesLeft-- <= 0) {
      disk.append(file.resolveSibling(file.getFileName() + RealDisk.TEMPORARY), 0, half(content));
      throw new IOException(file + ": No space left on device");
    }
    disk.write(file, content);
  }

  @Override
  public void append(Path file, long keptLength, byte[] content) throws IOException {
    if (writesLeft-- <= 0) {
      disk.append(file, keptLength, half(content));
      throw new IOException(file + ": No space left on device");
    }
    disk.append(file, keptLength, content);
  }

  @Override
  public byte[] read(Path file) throws IOException {
    return disk.read(file);
  }

  @Override
  public byte[] read(Path file, int most) throws IOException {
    return disk.read(file, most);
  }

  @Override
  public long usableBytes(Path folder) throws IOException {
    return Long.MAX_VALUE;
  }

  private static byte[] half(byte[] content) {
    return java.util.Arrays.copyOf(content, content.length / 2);
  }
}
