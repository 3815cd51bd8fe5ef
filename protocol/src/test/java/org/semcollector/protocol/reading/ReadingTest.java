package org.semcollector.protocol.reading;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ReadingTest {
  @ParameterizedTest
  @CsvSource(textBlock = """
      0,         0
      5,         0
      NaN,       10
      10,        NaN
      10,        Infinity
      Infinity,  10
      Infinity,  Infinity
      """)
  void powerFactorIsUndefinedWhereItsQuotientSaysNothing(float activePowerW, float apparentPowerVa) {
    assertEquals(OptionalDouble.empty(), withPower(activePowerW, apparentPowerVa).powerFactor());
  }

  @Test
  void powerFactorMayExceedOneByNoise() {
    assertEquals(OptionalDouble.of(0.75), withPower(75, 100).powerFactor());
    assertEquals(OptionalDouble.of(1.25), withPower(125, 100).powerFactor());
  }

  @Test
  void energyOfOldFirmwareIsSixtyTimesTooLarge() {
    Reading reading = new Reading(1, 0, 0, 0, 0, 1.5f, 0);
    assertEquals(1.5, SavePeriod.HOUR.energyKwh(reading));
    assertEquals(0.025, SavePeriod.MINUTE.energyKwh(reading));
  }

  private static Reading withPower(float activePowerW, float apparentPowerVa) {
    return new Reading(1, activePowerW, apparentPowerVa, 0, 0, 0, 0);
  }
}
