package org.semcollector.app.analysis;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.semcollector.app.rollup.Bucket;

/// A period beside an earlier one, bucket by bucket. Only buckets measured from end to end on both sides make the
/// change: half a day is not set against a whole one.
///
/// @param pairs one for each bucket of the period, in its order
/// @param alikeKwh energy of the period in the pairs that are alike
/// @param alikeBeforeKwh energy of the earlier period in the same pairs
/// @param basis time of the period, and the part of it that is compared
/// @param now the period's own figures, compared or not
/// @param before the earlier period's own figures
public record Comparison(
    List<Pair> pairs,
    double alikeKwh,
    double alikeBeforeKwh,
    Basis basis,
    Side now,
    Side before) {
  /// A bucket and its counterpart.
  ///
  /// @param before empty where the calendar has no such day or hour
  public record Pair(Bucket now, Optional<Bucket> before) {
    /// Whether both are measured from end to end.
    public boolean isAlike() {
      return Power.isComplete(now) && before.filter(Power::isComplete).isPresent();
    }

    /// How much more was used, 0.1 for 10 % more; empty unless both are measured and the earlier one is not zero.
    public OptionalDouble change() {
      return isAlike() ? relative(now.energyKwh(), before.orElseThrow().energyKwh()) : OptionalDouble.empty();
    }
  }

  /// One period by itself.
  public record Side(double energyKwh, Basis basis) {}

  public Comparison {
    pairs = List.copyOf(pairs);
  }

  /// Compares.
  ///
  /// @param now buckets of the period, oldest first
  /// @param before buckets of the same length of the earlier period
  /// @param zone whose calendar aligns them: same date after the shift, same time on the clock face; of an hour that
  ///     the clocks show twice the first is compared with the first
  public static Comparison of(List<Bucket> now, List<Bucket> before, ZoneId zone, CalendarShift shift) {
    Map<Place, Bucket> earlier = new HashMap<>();
    Places places = new Places(zone);
    before.forEach(bucket -> earlier.put(places.of(bucket.from()), bucket));
    List<Pair> pairs = new ArrayList<>(now.size());
    Places current = new Places(zone);
    for (Bucket bucket : now) {
      Place place = current.of(bucket.from());
      pairs.add(new Pair(bucket, shift.of(place.at().toLocalDate())
          .map(day -> earlier.get(new Place(day.atTime(place.at().toLocalTime()), place.occurrence())))));
    }
    List<Pair> alike = pairs.stream().filter(Pair::isAlike).toList();
    return new Comparison(pairs, sum(alike.stream().map(Pair::now).toList()),
        sum(alike.stream().map(pair -> pair.before().orElseThrow()).toList()),
        Basis.of(now, alike.stream().map(Pair::now).toList()), new Side(sum(now), Basis.of(now)),
        new Side(sum(before), Basis.of(before)));
  }

  /// How much more was used in what can be compared, 0.1 for 10 % more; empty when nothing can.
  public OptionalDouble change() {
    return pairs.stream().anyMatch(Pair::isAlike) ? relative(alikeKwh, alikeBeforeKwh) : OptionalDouble.empty();
  }

  /// How many pairs are compared.
  public long alike() {
    return pairs.stream().filter(Pair::isAlike).count();
  }

  private static OptionalDouble relative(double now, double before) {
    return before > 0 ? OptionalDouble.of(now / before - 1) : OptionalDouble.empty();
  }

  private static double sum(List<Bucket> buckets) {
    return buckets.stream().mapToDouble(Bucket::energyKwh).sum();
  }

  /// A time on the clock face; 1 for the second time that clocks show it.
  private record Place(LocalDateTime at, int occurrence) {}

  private record Places(ZoneId zone) {
    Place of(Instant from) {
      LocalDateTime at = LocalDateTime.ofInstant(from, zone);
      var transition = zone.getRules().getTransition(at);
      boolean second = transition != null && transition.isOverlap() && !from.isBefore(transition.getInstant());
      return new Place(at, second ? 1 : 0);
    }
  }
}
