package org.semcollector.protocol.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semcollector.protocol.powerloss.PowerLossLog;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;
import org.semcollector.protocol.reading.TestReadings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ClockEstimatorsTest {
  private static final ClockEstimator EVEN = ClockEstimators.byName("even").orElseThrow();

  @Test
  void everyEstimatorIsFoundByItsName() {
    for (ClockEstimator estimator : ClockEstimators.all()) {
      assertEquals(Optional.of(estimator), ClockEstimators.byName(estimator.name()));
    }
    assertEquals(Optional.empty(), ClockEstimators.byName("guess"));
  }

  @Test
  void noneLeavesTheStampsAndSaysHowLateTheyMayBe() {
    TestMeter meter = TestMeter.set().runHours(5).outage(Duration.ofHours(30)).runHours(4);
    List<CorrectedTime> times = ClockEstimators.byName("none").orElseThrow().estimate(meter.visit());
    for (int i = 0; i < 9; i++) {
      assertEquals(Instant.ofEpochMilli(meter.readings.get(i).deviceMillis()), times.get(i).measuredAt());
      assertTrue(holds(times.get(i), meter.truth.get(i)));
      assertEquals(Why.RAW, times.get(i).why());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.semcollector.protocol.Seeds#hundred")
  void intervalsOfEvenHoldTheTruth(int seed) {
    TestMeter meter = TestMeter.lived(new SplittableRandom(seed));
    List<CorrectedTime> times = EVEN.estimate(meter.visit());
    for (int i = 0; i < times.size(); i++) {
      assertTrue(holds(times.get(i), meter.truth.get(i)), i + ": " + times.get(i) + " " + meter.truth.get(i));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.semcollector.protocol.Seeds#hundred")
  void lagsAreNeverNegativeNeverShrinkAndKeepTheSpacingOfASegment(int seed) {
    TestMeter meter = TestMeter.lived(new SplittableRandom(seed));
    List<CorrectedTime> times = EVEN.estimate(meter.visit());
    List<Segment> segments = new ArrayList<>();
    Segments.of(meter.visit()).runs().forEach(run -> segments.addAll(run.segments()));
    long lag = 0;
    for (Segment segment : segments) {
      long segmentLag = lagMillis(meter, times, segment.from());
      assertTrue(segmentLag >= lag);
      for (int i = segment.from(); i < segment.to(); i++) {
        assertEquals(segmentLag, lagMillis(meter, times, i));
      }
      lag = segmentLag;
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.semcollector.protocol.Seeds#hundred")
  void correctionOfAnythingKeepsCountAndOrder(int seed) {
    ClockProblem problem = anything(new SplittableRandom(seed));
    for (ClockEstimator estimator : ClockEstimators.all()) {
      assertEquals(problem.readings().size(), estimator.estimate(problem).size());
    }
    Map<Integer, Instant> lastOfChannel = new HashMap<>();
    List<CorrectedTime> times = EVEN.estimate(problem);
    for (int i = 0; i < times.size(); i++) {
      Instant before = lastOfChannel.put(problem.readings().get(i).channel(), times.get(i).measuredAt());
      assertTrue(before == null || before.isBefore(times.get(i).measuredAt()), "reading " + i);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.semcollector.protocol.Seeds#hundred")
  void distinctStampsStayDistinctOverAllChannels(int seed) {
    TestMeter meter = TestMeter.lived(new SplittableRandom(seed));
    var seen = new HashSet<Instant>();
    EVEN.estimate(meter.visit()).forEach(time -> assertTrue(seen.add(time.measuredAt()), time.toString()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.semcollector.protocol.Seeds#hundred")
  void segmentsOfAnythingHoldEveryReadingOnce(int seed) {
    ClockProblem problem = anything(new SplittableRandom(seed));
    int next = 0;
    for (ClockRun run : Segments.of(problem).runs()) {
      int outages = 0;
      for (Segment segment : run.segments()) {
        assertEquals(next, segment.from());
        assertTrue(segment.to() > segment.from());
        assertTrue(segment.outagesBefore() >= outages && segment.outagesBefore() <= run.outages().size());
        outages = segment.outagesBefore();
        next = segment.to();
      }
    }
    assertEquals(problem.readings().size(), next);
  }

  private static ClockProblem anything(RandomGenerator random) {
    var readings = new ArrayList<Reading>();
    var periods = new ArrayList<SavePeriod>();
    var boots = new ArrayList<Long>();
    long millis = random.nextLong(1_800_000_000_000L);
    for (int i = random.nextInt(80); i > 0; i--) {
      millis = switch (random.nextInt(12)) {
        case 0 -> random.nextLong(4_294_967_295_000L);
        case 1 -> Math.max(0, millis - random.nextLong(20_000_000));
        case 2 -> random.nextLong(90_000_000_000L);
        case 3 -> millis + random.nextInt(3_000);
        case 4 -> millis;
        default -> millis + 3_601_000;
      };
      readings.add(TestReadings.at(random.nextInt(1, 4), millis));
      periods.add(random.nextInt(5) == 0 ? SavePeriod.MINUTE : SavePeriod.HOUR);
      if (random.nextInt(4) == 0)
        boots.add(Math.max(1, millis + random.nextLong(-4_000_000, 4_000_000)));
    }
    return new ClockProblem(readings, periods, new PowerLossLog(boots),
        random.nextBoolean() ? Optional.empty() : Optional.of(TestMeter.START),
        Instant.ofEpochMilli(random.nextLong(1_600_000_000_000L, 1_900_000_000_000L)));
  }

  private static long lagMillis(TestMeter meter, List<CorrectedTime> times, int i) {
    return times.get(i).measuredAt().toEpochMilli() - meter.readings.get(i).deviceMillis();
  }

  /// The clock was set to the full second below.
  private static boolean holds(CorrectedTime time, Instant truth) {
    return !truth.isBefore(time.earliest()) && !truth.isAfter(time.latest().plusSeconds(1));
  }
}
