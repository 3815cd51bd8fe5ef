package org.semcollector.app.sync;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How long to wait before a request is tried again, and when to stop trying.
///
/// The wait doubles from `first` up to `longest`; the second half of it is random, so that many laptops that lost the
/// same server do not return together.
///
/// @param first wait after the first failure
/// @param longest no wait is longer
/// @param tries requests in all before giving up for this run, at least 1
public record BackoffPolicy(Duration first, Duration longest, int tries) {
  /// About half a minute in all.
  public static final BackoffPolicy STANDARD = new BackoffPolicy(Duration.ofSeconds(1), Duration.ofSeconds(30), 6);

  public BackoffPolicy {
    if (tries < 1 || first.isNegative() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("tries " + tries + ", waits " + first + " to " + longest);
    }
  }

  /// The wait before the next try, or empty when it is time to give up for this run.
  ///
  /// @param failures how often it failed so far, at least 1
  /// @param asked what the server asked for; never shortened, and a reason to give up when longer than `longest`
  public Optional<Duration> waitAfter(int failures, Optional<Duration> asked, RandomGenerator random) {
    if (failures >= tries || asked.filter(wait -> wait.compareTo(longest) > 0).isPresent()) {
      return Optional.empty();
    }
    long full = Math.min(longest.toMillis(), first.toMillis() << Math.min(failures - 1, 30));
    Duration own = Duration.ofMillis(full / 2 + (full < 2 ? 0 : random.nextLong(full - full / 2)));
    return Optional.of(asked.filter(a -> a.compareTo(own) > 0).orElse(own));
  }
}
