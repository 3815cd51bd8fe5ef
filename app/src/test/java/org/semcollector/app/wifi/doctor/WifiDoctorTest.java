package org.semcollector.app.wifi.doctor;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.semcollector.app.secret.Secret;
import org.semcollector.app.secret.SecretException;
import org.semcollector.app.task.Progress;
import org.semcollector.app.wifi.AccessPoint;
import org.semcollector.app.wifi.HeardMeters;
import org.semcollector.app.wifi.MeterPassphrases;
import org.semcollector.app.wifi.NoWifiAdapter;
import org.semcollector.app.wifi.WifiAdapter;
import org.semcollector.app.wifi.WifiFailure;
import org.semcollector.app.wifi.manual.Answering;
import org.semcollector.app.wifi.manual.MeterProbe;
import org.semcollector.app.wifi.manual.Nets;
import org.semcollector.app.wifi.manual.ProbeAnswer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.semcollector.app.wifi.doctor.Patient.METER;
import static org.semcollector.app.wifi.doctor.Patient.OTHER;

/// Which facts are gathered, and that nobody is asked who need not be.
class WifiDoctorTest {
  private final Nets nets = new Nets();
  private final Answering meter = Answering.meter();

  @Test
  void outsideAMetersNetworkNobodyIsAsked() {
    nets.addresses.add(Nets.on("wlan0", "192.168.1.20", 24));
    assertEquals(new ProbeAnswer.NotAsked(), facts(new HeardMeters(List.of()), MeterPassphrases.NONE).answer());
    assertEquals(0, meter.asked);
    nets.addresses.add(Nets.on("eth0", "10.0.0.20", 24));
    assertInstanceOf(ProbeAnswer.Meter.class,
        facts(new HeardMeters(List.of()), MeterPassphrases.NONE).answer());
  }

  @Test
  void protectedMetersWithoutPasswordAreNamed() throws Exception {
    var heard = new HeardMeters(List.of(AccessPoint.heard(METER, METER.mac(), -50),
        AccessPoint.heard(OTHER, OTHER.mac(), -60)));
    MeterPassphrases one = ssid -> ssid.equals(METER) ? Optional.of(new Secret("12345678")) : Optional.empty();
    assertEquals(List.of(OTHER), facts(heard, one).withoutPassword());
    MeterPassphrases shut = _ -> {
      throw new SecretException("the keyring is shut");
    };
    assertEquals(List.of(METER, OTHER), facts(heard, shut).withoutPassword());
  }

  @Test
  void theScansFailureIsKept() {
    var off = new WifiFailure.RadioOff(false);
    WifiFacts facts = facts(new NoWifiAdapter(off), MeterPassphrases.NONE);
    assertEquals(Optional.of(off), facts.scanFailure());
    assertEquals(Optional.empty(), facts.current());
  }

  private WifiFacts facts(WifiAdapter wifi, MeterPassphrases passphrases) {
    return new WifiDoctor(wifi, passphrases, nets, new MeterProbe(meter)).facts(Optional.empty(), Optional.empty(),
        Progress.NONE);
  }
}
