package org.semcollector.app.firmware.library.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semcollector.app.firmware.library.FirmwareException;
import org.semcollector.app.firmware.library.ServerFirmware;
import org.semcollector.protocol.Bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FileFirmwareLibraryTest {
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
  private static final byte[] IMAGE = "firmware".repeat(20_000).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  private static final ServerFirmware PACKAGE = of("a-1", IMAGE.length, "SHA256", Bytes.copyOf(IMAGE).sha256());

  @TempDir
  Path folder;

  private static ServerFirmware of(String id, long size, String algorithm, String checksum) {
    return new ServerFirmware(id, "p", "SEM", "sem", "113", size, algorithm, checksum);
  }

  private FileFirmwareLibrary library() {
    return new FileFirmwareLibrary(folder.resolve("firmware"), CLOCK);
  }

  private static InputStream image() {
    return new ByteArrayInputStream(IMAGE);
  }

  @Test
  void whatIsKeptIsThereNextTime() throws Exception {
    assertEquals(List.of(), library().held());
    var held = library().keep(PACKAGE, image());
    assertArrayEquals(IMAGE, Files.readAllBytes(held.file()));
    assertEquals(List.of(held), library().held());
    assertEquals(Optional.of(held), library().find(PACKAGE));
    assertEquals(Optional.empty(), library().find(of("a-1", 5, "SHA256", "00")));
  }

  @Test
  void anotherSizeOrChecksumIsNotKept() throws Exception {
    for (var wrong : List.of(of("w", IMAGE.length - 1, "SHA256", PACKAGE.checksum()),
        of("w", IMAGE.length + 1, "SHA256", PACKAGE.checksum()), of("w", IMAGE.length, "SHA256", "00"),
        of("w", IMAGE.length, "MD5", PACKAGE.checksum()), of("w", IMAGE.length, "WHIRLPOOL", "00"))) {
      var refused = assertThrows(FirmwareException.class, () -> library().keep(wrong, image()), wrong.toString());
      assertTrue(String.valueOf(refused.getMessage()).contains("not kept"), refused.toString());
    }
    assertEquals(List.of(), names());
  }

  @Test
  void aDownloadThatStopsLeavesNothingAndTheFormerFile() throws Exception {
    library().keep(PACKAGE, image());
    InputStream cut = new SequenceInputStream(new ByteArrayInputStream(IMAGE, 0, 70_000), new InputStream() {
      @Override
      public int read() throws IOException {
        throw new IOException("cut");
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        return read();
      }
    });
    assertThrows(IOException.class, () -> library().keep(PACKAGE, cut));
    assertEquals(1, library().held().size());
    assertEquals(List.of("a-1.bin", "a-1.json"), names());
  }

  @Test
  void aFileThatWasChangedSinceIsNotHeldAnyMore() throws Exception {
    var held = library().keep(PACKAGE, image());
    byte[] changed = IMAGE.clone();
    changed[100] ^= 1;
    Files.write(held.file(), changed);
    assertEquals(List.of(), library().held());
  }

  @Test
  void anIdentifierIsNeverAPath() throws Exception {
    var held = library().keep(of("../../x", IMAGE.length, "SHA256", PACKAGE.checksum()), image());
    assertEquals(folder.resolve("firmware"), held.file().getParent());
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder.resolve("firmware"))) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }
}
