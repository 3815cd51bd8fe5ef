package org.semcollector.protocol.clock.profile;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// What is looked at: the logarithm of the load, and the grid's voltage.
///
/// The voltage at the meter falls with the meter's own current; that part is taken out, what is left is the grid's.
final class Channels {
  private static final double LEAST_VOLTS = 20;
  private static final double MOST_VOLTS = 1_000;
  private static final double MOST_AMPERES = 10_000;
  /// Below this share of the mean load the logarithm goes flat: there it is mostly the meter's noise.
  private static final double NOISE_SHARE = 0.03;
  private static final double LEAST_NOISE_KW = 1e-4;
  private static final double MOST_OHMS = 3;

  private final ProfileProblem problem;
  private final double meanLoad;
  private final double meanCurrent;
  private final double ohms;

  private Channels(ProfileProblem problem) {
    this.problem = problem;
    meanLoad = samples().mapToDouble(Sample::loadKw).filter(Double::isFinite).map(Math::abs).average().orElse(0);
    meanCurrent = currents().average().orElse(0);
    ohms = ohms(problem.segments());
  }

  static List<Channel> of(ProfileProblem problem, LocalCells cells) {
    var channels = new Channels(problem);
    var blocks = Blocks.of(problem);
    var load = new Channel(problem, blocks, cells, 30, channels::logLoad, new WeekProfile.Tuning(6, 12, 8, 10),
        new Innovations(0.6, 0.15, 0.5, 0.05));
    var voltage = new Channel(problem, blocks, cells, 0, channels::gridVoltage, new WeekProfile.Tuning(6, 12, 3, 10),
        new Innovations(0.7, 0.4, 1.3, 0.1));
    return List.of(load, voltage);
  }

  private double logLoad(Sample sample) {
    return Double.isFinite(sample.loadKw())
        ? Math.log(Math.abs(sample.loadKw()) + NOISE_SHARE * meanLoad + LEAST_NOISE_KW)
        : Double.NaN;
  }

  private double gridVoltage(Sample sample) {
    if (!(sample.voltageV() > LEAST_VOLTS && sample.voltageV() < MOST_VOLTS))
      return Double.NaN;
    return sample.voltageV() + ohms * current(sample);
  }

  /// Where the current was not kept, what the load makes likely.
  private double current(Sample sample) {
    if (isCurrent(sample.currentA()))
      return sample.currentA();
    return Double.isFinite(sample.loadKw()) && meanLoad > 0
        ? meanCurrent * Math.abs(sample.loadKw()) / meanLoad
        : meanCurrent;
  }

  private Stream<Sample> samples() {
    return Stream.concat(problem.segments().stream().flatMap(List::stream), problem.known().stream());
  }

  private DoubleStream currents() {
    return samples().mapToDouble(Sample::currentA).filter(Channels::isCurrent);
  }

  private static boolean isCurrent(double amperes) {
    return amperes >= 0 && amperes < MOST_AMPERES;
  }

  /// How far the voltage falls per ampere, from one hour to the next.
  private static double ohms(List<List<Sample>> segments) {
    double product = 0;
    double square = 0;
    for (List<Sample> segment : segments) {
      for (int i = 1; i < segment.size(); i++) {
        double amperes = segment.get(i).currentA() - segment.get(i - 1).currentA();
        double volts = segment.get(i).voltageV() - segment.get(i - 1).voltageV();
        if (Math.abs(amperes) < MOST_AMPERES && Math.abs(volts) < MOST_VOLTS) {
          product -= amperes * volts;
          square += amperes * amperes;
        }
      }
    }
    return square > 0 ? Math.clamp(product / square, 0, MOST_OHMS) : 0;
  }
}
