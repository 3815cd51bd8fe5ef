package org.semcollector.app.ui.collect;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.semcollector.app.meter.CollectStep;
import org.semcollector.app.meter.MeterClient;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SilenceTest {
  private long nanos;
  private final Silence.Watch watch = new Silence.Watch(() -> nanos);

  @Test
  void silenceIsCountedFromTheLastByteAndDownToTheLimit() {
    watch.begin(CollectStep.DOWNLOAD);
    pass(2);
    assertEquals(Optional.empty(), watch.now());
    pass(2);
    assertEquals(silence(4), watch.now());
    watch.sign();
    assertEquals(Optional.empty(), watch.now());
    pass(60);
    assertEquals(Optional.of(new Silence(Duration.ofSeconds(60), Duration.ZERO)), watch.now());
    watch.end();
    assertEquals(Optional.empty(), watch.now());
  }

  @Test
  void ofStepsInWhichTheMeterDoesNotSendNothingIsSaid() {
    watch.begin(CollectStep.SAVE);
    pass(60);
    assertEquals(Optional.empty(), watch.now());
  }

  private static Optional<Silence> silence(int seconds) {
    return Optional.of(new Silence(Duration.ofSeconds(seconds),
        MeterClient.SILENCE_LIMIT.minusSeconds(seconds)));
  }

  private void pass(int seconds) {
    nanos += Duration.ofSeconds(seconds).toNanos();
  }
}
