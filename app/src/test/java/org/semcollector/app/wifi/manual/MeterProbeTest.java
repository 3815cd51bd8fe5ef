package org.semcollector.app.wifi.manual;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.semcollector.app.meter.MeterException.Kind;
import org.semcollector.app.task.Progress;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.meter.FirmwareVersion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

class MeterProbeTest {
  @Test
  void aMeterTellsVersionAndToken() {
    assertEquals(new ProbeAnswer.Meter(Optional.of(Answering.TOKEN), new FirmwareVersion(102)),
        ask(Answering.meter()));
  }

  @Test
  void aMeterThatWasNeverSetUpIsAMeter() {
    assertEquals(new ProbeAnswer.Meter(Optional.empty(), new FirmwareVersion(102)),
        ask(Answering.meter().with(Endpoint.TOKEN, 500, "")));
    assertEquals(new ProbeAnswer.Meter(Optional.empty(), new FirmwareVersion(102)),
        ask(Answering.meter().with(Endpoint.TOKEN, 200, "\0".repeat(56))));
  }

  @Test
  void theOldestMetersDoNotKnowTheirVersion() {
    assertEquals(new ProbeAnswer.Meter(Optional.of(Answering.TOKEN), FirmwareVersion.OLDEST),
        ask(Answering.meter().with(Endpoint.VERSION, 404, "This URI does not exist")));
  }

  @ParameterizedTest
  @EnumSource(value = Kind.class, names = {"SILENT", "STALLED", "CUT_OFF"})
  void aTokenThatNeverEndsMakesNoOtherDevice(Kind kind) {
    assertEquals(new ProbeAnswer.Meter(Optional.empty(), new FirmwareVersion(102)),
        ask(Answering.meter().failing(Endpoint.TOKEN, kind)));
    assertEquals(new ProbeAnswer.Silent(), ask(Answering.meter().with(Endpoint.VERSION, 404, "")
        .failing(Endpoint.TOKEN, kind)));
  }

  @Test
  void aRouterIsNoMeter() {
    assertInstanceOf(ProbeAnswer.Other.class, ask(Answering.router()));
    assertInstanceOf(ProbeAnswer.Other.class, ask(Answering.router().with(Endpoint.VERSION, 404, "not found")));
    assertInstanceOf(ProbeAnswer.Other.class, ask(new Answering().with(Endpoint.VERSION, 404, "")
        .with(Endpoint.TOKEN, 404, "")));
    assertInstanceOf(ProbeAnswer.Other.class, ask(new Answering().with(Endpoint.VERSION, 401, "sign in")));
    assertInstanceOf(ProbeAnswer.Other.class, ask(Answering.meter().failing(Endpoint.VERSION, Kind.NOT_A_METER)));
    assertInstanceOf(ProbeAnswer.Other.class, ask(Answering.meter().with(Endpoint.TOKEN, 403, "")));
  }

  @ParameterizedTest
  @EnumSource(value = Kind.class, names = {"UNREACHABLE", "SILENT", "STALLED", "CUT_OFF", "CANCELLED"})
  void nobodyIsSilent(Kind kind) {
    assertEquals(new ProbeAnswer.Silent(), ask(Answering.meter().failing(Endpoint.VERSION, kind)));
  }

  private static ProbeAnswer ask(Answering answering) {
    return new MeterProbe(answering).ask(Progress.NONE);
  }
}
