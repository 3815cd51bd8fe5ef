package org.semcollector.app.export;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.semcollector.app.store.Corrections.PlacedStretch;

/// Names of the corrections that the times of a meter come from: estimator and version, "even/1".
public final class CorrectionNames {
  /// Nothing is known of the corrections.
  public static final CorrectionNames NONE = new CorrectionNames(List.of());

  private final long[] firstKeys;
  private final String[] names;
  private final String all;
  private int last;

  private CorrectionNames(List<PlacedStretch> stretches) {
    List<PlacedStretch> sorted = stretches.stream().sorted(Comparator.comparingLong(PlacedStretch::firstKey)).toList();
    firstKeys = sorted.stream().mapToLong(PlacedStretch::firstKey).toArray();
    names = sorted.stream().map(CorrectionNames::name).toArray(String[]::new);
    all = sorted.stream().map(CorrectionNames::name).distinct().sorted().collect(Collectors.joining("+"));
  }

  /// @param stretches all of one meter
  public static CorrectionNames of(List<PlacedStretch> stretches) {
    return new CorrectionNames(stretches);
  }

  /// The correction of one reading; readings that follow each other are mostly of the same one.
  String of(long key) {
    if (firstKeys.length == 0)
      return "";
    boolean same = firstKeys[last] <= key && (last + 1 == firstKeys.length || key < firstKeys[last + 1]);
    if (!same) {
      int place = Arrays.binarySearch(firstKeys, key);
      last = place >= 0 ? place : Math.max(0, -place - 2);
    }
    return names[last];
  }

  /// All corrections of the meter, "even/1+profile/2"; empty when nothing is known of them.
  public String all() {
    return all;
  }

  /// All corrections of several meters, each named once.
  public static String all(List<CorrectionNames> meters) {
    return meters.stream().flatMap(meter -> Arrays.stream(meter.names)).distinct().sorted()
        .collect(Collectors.joining("+"));
  }

  private static String name(PlacedStretch stretch) {
    return stretch.current().estimator() + "/" + stretch.current().estimatorVersion();
  }
}
