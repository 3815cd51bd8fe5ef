package org.semcollector.app.chart;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ViewportTest {
  private static final double CLOSE = 1e-9;

  @Test
  void zoomingKeepsThePlaceUnderThePointer() {
    Viewport seen = new Viewport(0.2, 0.8);
    double place = seen.place(0.3);
    Viewport closer = seen.zoomed(0.3, 0.5, 0.01);
    assertEquals(0.3, closer.position(place), CLOSE);
    assertEquals(0.3, closer.breadth(), CLOSE);
  }

  @Test
  void zoomingStopsAtTheNarrowestAndAtTheWhole() {
    assertEquals(0.1, Viewport.WHOLE.zoomed(0.5, 0.001, 0.1).breadth(), CLOSE);
    assertTrue(new Viewport(0.4, 0.5).zoomed(0.5, 100, 0.1).isWhole());
  }

  @Test
  void panningStopsAtTheEnds() {
    assertEquals(new Viewport(0, 0.5), new Viewport(0.1, 0.6).panned(-3));
    assertEquals(new Viewport(0.5, 1), new Viewport(0.1, 0.6).panned(3));
  }

  @Test
  void aPlaceOutOfSightIsBroughtIn() {
    Viewport seen = new Viewport(0.4, 0.6);
    assertEquals(seen, seen.showing(0.45, 0.5));
    assertEquals(0.1, seen.showing(0.1, 0.15).from(), CLOSE);
    assertEquals(0.9, seen.showing(0.85, 0.9).to(), CLOSE);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whateverIsDoneItStaysWithinTheChart(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Viewport seen = Viewport.WHOLE;
    for (int i = 0; i < 1000; i++) {
      seen = random.nextBoolean()
          ? seen.zoomed(random.nextDouble(), random.nextDouble(0.2, 3), 0.001)
          : seen.panned(random.nextDouble(-2, 2));
      assertTrue(seen.from() >= 0 && seen.to() <= 1 && seen.breadth() > 0.0009, seen + " with seed " + seed);
    }
  }
}
