package org.semcollector.protocol.clock.profile;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class InnovationsTest {
  private final SplittableRandom random = new SplittableRandom(5);

  @Test
  void bothDirectionsOfTimeCountTheSame() {
    double[] there = noise(100, 0.6);
    var back = new double[100];
    for (int i = 0; i < 100; i++) {
      back[i] = there[99 - i];
    }
    Innovations innovations = innovations();
    assertEquals(innovations.logLikelihood(there, 100), innovations.logLikelihood(back, 100), 1e-9);
  }

  @Test
  void aLastingDeviationIsMoreLikelyThanTheSameHoursScattered() {
    var lasting = new double[40];
    var scattered = new double[40];
    for (int i = 0; i < 10; i++) {
      lasting[5 + i] = 2;
      scattered[4 * i] = 2;
    }
    Innovations innovations = innovations();
    assertTrue(innovations.logLikelihood(lasting, 40) > innovations.logLikelihood(scattered, 40) + 5);
  }

  @Test
  void anOutlierCostsLittleMoreThanALargeDeviation() {
    Innovations innovations = innovations();
    double none = innovations.logLikelihood(new double[30], 30);
    double large = innovations.logLikelihood(peak(6), 30);
    double absurd = innovations.logLikelihood(peak(6e6), 30);
    assertTrue(none > large && large > absurd);
    assertTrue(none - absurd < 500, "a normal distribution would take off 1e13, this takes " + (none - absurd));
    assertTrue(Double.isFinite(absurd));
  }

  @Test
  void whatWasNotMeasuredCostsNothing() {
    double[] gap = noise(60, 0.6);
    gap[0] = Double.NaN;
    gap[30] = Double.NaN;
    assertTrue(Double.isFinite(innovations().logLikelihood(gap, 60)));
    assertEquals(0, innovations().logLikelihood(new double[0], 0));
  }

  @Test
  void theSpreadIsLearnt() {
    Innovations learnt = innovations();
    learnt.learnScale(List.of(noise(400, 0.6)));
    Innovations wrong = new Innovations(0.6, 0.15, 10, 0.01);
    wrong.reserve(400);
    double[] fresh = noise(400, 0.6);
    assertTrue(learnt.logLikelihood(fresh.clone(), 400) > wrong.logLikelihood(fresh.clone(), 400));
  }

  private static Innovations innovations() {
    var innovations = new Innovations(0.6, 0.15, 1, 0.01);
    innovations.reserve(400);
    return innovations;
  }

  private static double[] peak(double height) {
    var peak = new double[30];
    peak[12] = height;
    return peak;
  }

  private double[] noise(int length, double hourAfter) {
    var noise = new double[length];
    for (int i = 1; i < length; i++) {
      noise[i] = hourAfter * noise[i - 1] + random.nextGaussian();
    }
    return noise;
  }
}
