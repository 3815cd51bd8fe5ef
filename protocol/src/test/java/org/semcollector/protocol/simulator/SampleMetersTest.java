package org.semcollector.protocol.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semcollector.protocol.Bytes;
import org.semcollector.protocol.reading.DecodedReadings;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.ReadingCodec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

/// The files under sample-data/meters are those the simulator makes, byte for byte, and they decode as they say.
/// `-Dsamples.update=true` writes them anew.
class SampleMetersTest {
  private static final Path METERS = Path.of(System.getProperty("sem.root"), "sample-data", "meters");

  static Stream<SampleMeter> meters() {
    return SampleMeter.all().stream();
  }

  @ParameterizedTest
  @MethodSource("meters")
  void theFilesAreCurrent(SampleMeter meter) throws IOException {
    Path folder = METERS.resolve(meter.folder());
    for (var file : meter.files().entrySet()) {
      if (Boolean.getBoolean("samples.update")) {
        Files.createDirectories(folder);
        Files.write(folder.resolve(file.getKey()), file.getValue().toArray());
      }
      assertEquals(file.getValue(), read(meter, file.getKey()), meter.folder() + "/" + file.getKey());
    }
  }

  @ParameterizedTest
  @MethodSource("meters")
  void theReadingsAreWhatTheDecoderFinds(SampleMeter meter) throws IOException {
    List<Reading> decoded = ReadingCodec.decode(read(meter, "telemetry.bin")).readings();
    List<String> rows = Files.readAllLines(METERS.resolve(meter.folder()).resolve("readings.csv"));
    assertEquals(rows.size() - 1, decoded.size());
    for (int i = 0; i < decoded.size(); i++) {
      Reading r = decoded.get(i);
      assertEquals(rows.get(i + 1),
          String.join(",", String.valueOf(i), String.valueOf(r.channel()), String.valueOf(r.deviceMillis()),
              String.valueOf(r.activePowerW()), String.valueOf(r.apparentPowerVa()), String.valueOf(r.currentA()),
              String.valueOf(r.voltageV()), String.valueOf(r.intervalEnergyKwh())));
    }
  }

  @Test
  void theMalformedOneEndsInTheMiddleOfARecord() throws IOException {
    SampleMeter cut = SampleMeter.all().getLast();
    var malformed = assertInstanceOf(DecodedReadings.Malformed.class, ReadingCodec.decode(read(cut, "telemetry.bin")));
    assertEquals(600, malformed.offset());
  }

  private static Bytes read(SampleMeter meter, String file) throws IOException {
    return Bytes.copyOf(Files.readAllBytes(METERS.resolve(meter.folder()).resolve(file)));
  }
}
