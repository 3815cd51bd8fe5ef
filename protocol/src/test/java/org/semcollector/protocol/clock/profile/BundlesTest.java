package org.semcollector.protocol.clock.profile;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BundlesTest {
  private static final double SUM = 6_000;

  @Test
  void hundredsOfSegmentsBecomeDozensThatHoldAllHours() {
    assertFalse(Bundles.areNeeded(many(64)));
    assertTrue(Bundles.areNeeded(many(65)));
    Bundles bundles = Bundles.of(many(301));
    assertTrue(bundles.problem().segments().size() <= 64, "" + bundles.problem().segments().size());
    assertEquals(301, bundles.problem().segments().stream().mapToInt(List::size).sum());
    assertEquals(0, bundles.middles().getFirst());
    assertEquals(300, bundles.middles().getLast());
  }

  @Test
  void apartTheyLieInOrderWithTheMiddlesWhereTheyWerePut() {
    Bundles bundles = Bundles.of(many(301));
    List<Offset> found = bundles.middles().stream().map(k -> new Offset(k * k / 15.0, k * k / 16.0, k * k / 14.0 + 1))
        .toList();
    List<Offset> apart = bundles.apart(found);
    assertEquals(301, apart.size());
    for (int i = 0; i < found.size(); i++) {
      assertEquals(found.get(i), apart.get(bundles.middles().get(i)));
    }
    for (int k = 1; k < 301; k++) {
      assertTrue(apart.get(k).likelyMinutes() >= apart.get(k - 1).likelyMinutes(), "segment " + k);
      assertTrue(apart.get(k).leastMinutes() <= apart.get(k).likelyMinutes()
          && apart.get(k).mostMinutes() >= apart.get(k).likelyMinutes(), "segment " + k);
    }
  }

  private static ProfileProblem many(int segments) {
    var samples = new ArrayList<List<Sample>>();
    var bounds = new ArrayList<ProfileProblem.Bounds>();
    for (int k = 0; k < segments; k++) {
      samples.add(List.of(new Sample(60.0 * k, 1, 230, 4)));
      bounds.add(new ProfileProblem.Bounds(0, k == 0 ? 0 : SUM));
    }
    return new ProfileProblem(Instant.EPOCH, ZoneOffset.UTC, List.of(), samples, bounds,
        IntStream.range(0, segments).boxed().toList(), segments - 1, true, new Offset(SUM - 30, SUM - 60, SUM));
  }
}
