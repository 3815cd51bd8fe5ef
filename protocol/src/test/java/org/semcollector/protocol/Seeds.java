package org.semcollector.protocol;

import java.util.stream.IntStream;

/// Seeds of the property tests; the failing one is in the test's name.
public final class Seeds {
  private Seeds() {}

  public static IntStream hundred() {
    return IntStream.range(0, 100);
  }
}
