package org.semcollector.app.ui.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TimeWindowTest {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final TimeWindow WHOLE = new TimeWindow(START, START.plus(Duration.ofDays(100)));

  @Test
  void whatLiesUnderThePointerStaysThere() {
    TimeWindow zoomed = WHOLE.zoomed(0.1, 0.5, WHOLE);
    assertEquals(Duration.ofDays(10), zoomed.length());
    assertEquals(WHOLE.at(0.5), zoomed.at(0.5));
    assertEquals(WHOLE, zoomed.zoomed(100, 0.2, WHOLE));
  }

  @Test
  void nothingOutsideTheWholeIsEverSeen() {
    var random = new SplittableRandom(7);
    TimeWindow window = WHOLE;
    for (int i = 0; i < 2000; i++) {
      window = switch (random.nextInt(3)) {
        case 0 -> window.zoomed(random.nextDouble(0.2, 5), random.nextDouble(), WHOLE);
        case 1 -> window.moved(random.nextDouble(-2, 2), WHOLE);
        default -> window.showing(WHOLE.at(random.nextDouble()), WHOLE);
      };
      assertTrue(!window.from().isBefore(WHOLE.from()) && !window.to().isAfter(WHOLE.to()), window.toString());
      assertTrue(window.length().compareTo(Duration.ofHours(2)) >= 0, window.toString());
    }
  }

  @Test
  void aTimeThatIsSeenMovesNothing() {
    TimeWindow window = WHOLE.zoomed(0.1, 0.5, WHOLE);
    assertEquals(window, window.showing(window.at(0.9), WHOLE));
    Instant far = WHOLE.at(0.9);
    double position = window.showing(far, WHOLE).position(far);
    assertTrue(position >= 0 && position <= 1, "at " + position);
  }

  @Test
  void ticksAreAsCoarseAsTheRoomAsks() {
    var ticks = new TimeTicks(ZoneOffset.UTC, Locale.UK);
    for (int most : new int[]{1, 2, 5, 10, 40})
      assertTrue(ticks.in(WHOLE, most).size() <= most + 1, "too many for " + most);
    assertEquals(List.of("1 Mar", "Apr", "May", "Jun"),
        List.of("1 Mar", ticks.in(WHOLE, 5).get(1).label(), ticks.in(WHOLE, 5).get(2).label(),
            ticks.in(WHOLE, 5).get(3).label()));
    assertEquals(List.of("1 Mar", "06:00", "12:00", "18:00", "2 Mar"),
        ticks.in(new TimeWindow(START, START.plus(Duration.ofDays(1))), 5).stream().map(TimeTicks.Tick::label)
            .toList());
  }

  @Test
  void hoursAreThoseOfTheCalendarWhenTheClocksChange() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Instant eve = Instant.parse("2026-03-28T23:00:00Z");
    List<TimeTicks.Tick> ticks = new TimeTicks(berlin, Locale.UK)
        .in(new TimeWindow(eve, eve.plus(Duration.ofHours(23))), 9);
    assertEquals(List.of("29 Mar", "03:00", "06:00", "09:00", "12:00", "15:00", "18:00", "21:00", "30 Mar"),
        ticks.stream().map(TimeTicks.Tick::label).toList());
    assertEquals(Instant.parse("2026-03-29T10:00:00Z"), ticks.get(4).at());
  }
}
