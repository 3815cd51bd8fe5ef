package org.semcollector.protocol.clock;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.semcollector.protocol.powerloss.PowerLossLog;
import org.semcollector.protocol.reading.Reading;
import org.semcollector.protocol.reading.SavePeriod;

/// Everything known for placing one stretch of readings in time: those between two collections of one meter.
///
/// @param readings the stretch, in stored order
/// @param periods the save period of each reading, same order
/// @param powerLosses the boots of the stretch; boots from before the clock set do no harm
/// @param zone where the meter stands: its people keep the hours of this zone
/// @param evidence what else is known; one visit in any case
public record ClockProblem(
    List<Reading> readings,
    List<SavePeriod> periods,
    PowerLossLog powerLosses,
    ZoneId zone,
    List<Evidence> evidence) {
  public ClockProblem {
    readings = List.copyOf(readings);
    periods = List.copyOf(periods);
    evidence = List.copyOf(evidence);
    if (readings.size() != periods.size())
      throw new IllegalArgumentException("one period per reading");
    if (evidence.stream().noneMatch(Evidence.Visit.class::isInstance))
      throw new IllegalArgumentException("no visit");
  }

  /// A problem about which nothing else is known: no history, hours counted in UTC.
  ///
  /// @param clockSetAt when the clock was last set before the stretch, if known
  /// @param collectedAt the laptop's time when the stretch was read
  public ClockProblem(List<Reading> readings, List<SavePeriod> periods, PowerLossLog powerLosses,
      Optional<Instant> clockSetAt, Instant collectedAt) {
    this(readings, periods, powerLosses, ZoneOffset.UTC,
        Stream.concat(clockSetAt.<Evidence>map(Evidence.ClockSet::new).stream(),
            Stream.of(new Evidence.Visit(collectedAt))).toList());
  }

  /// The same with what is known of the meter's life.
  public ClockProblem with(List<TimedReading> knownHistory, ZoneId knownZone) {
    return new ClockProblem(readings, periods, powerLosses, knownZone, evidence)
        .with(new Evidence.History(knownHistory));
  }

  /// The same with more evidence: a pin in place of one of the same outage, a restart besides others, anything else in
  /// place of what there was of its kind.
  public ClockProblem with(Evidence more) {
    var all = new ArrayList<>(without(replacedBy(more)));
    all.add(more);
    return withAll(all);
  }

  /// The same with more evidence, the later before the earlier.
  public ClockProblem with(List<? extends Evidence> more) {
    ClockProblem problem = this;
    for (Evidence each : more) {
      problem = problem.with(each);
    }
    return problem;
  }

  /// The same without the pin of an outage.
  public ClockProblem withoutPin(long bootMillis) {
    return withAll(without(each -> each instanceof Evidence.Pin pin && pin.bootMillis() == bootMillis));
  }

  /// The same without any pin.
  public ClockProblem withoutPins() {
    return withAll(without(Evidence.Pin.class::isInstance));
  }

  /// When the clock was last set before the stretch, if known; it lags nothing from there to the first boot.
  public Optional<Instant> clockSetAt() {
    return only(Evidence.ClockSet.class).map(Evidence.ClockSet::at);
  }

  /// The laptop's time when the stretch was read.
  public Instant collectedAt() {
    return only(Evidence.Visit.class).orElseThrow().at();
  }

  /// Readings of the same meter outside the stretch whose true time is known, in order of time; may be empty.
  public List<TimedReading> history() {
    return only(Evidence.History.class).map(Evidence.History::readings).orElse(List.of());
  }

  /// The outages somebody knows, in the order they were told.
  public List<Evidence.Pin> pins() {
    return all(Evidence.Pin.class);
  }

  <E extends Evidence> List<E> all(Class<E> kind) {
    return evidence.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  <E extends Evidence> Optional<E> only(Class<E> kind) {
    return evidence.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  private static Predicate<Evidence> replacedBy(Evidence more) {
    return switch (more) {
      case Evidence.Pin pin -> each -> each instanceof Evidence.Pin other && other.bootMillis() == pin.bootMillis();
      case Evidence.Restart restart -> restart::equals;
      case Evidence.ClockSet _,Evidence.Visit _,Evidence.NextSave _,Evidence.BeaconUptime _,Evidence.History _ ->
        each -> each.getClass() == more.getClass();
    };
  }

  private List<Evidence> without(Predicate<Evidence> gone) {
    return evidence.stream().filter(gone.negate()).toList();
  }

  private ClockProblem withAll(List<Evidence> all) {
    return new ClockProblem(readings, periods, powerLosses, zone, all);
  }
}
