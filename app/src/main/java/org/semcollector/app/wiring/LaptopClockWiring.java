package org.semcollector.app.wiring;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.semcollector.app.journal.Journal;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.laptopclock.ClockWords;
import org.semcollector.app.laptopclock.LaptopClock;
import org.semcollector.app.laptopclock.LaptopClockEvidence;
import org.semcollector.app.laptopclock.LaptopClockTrust;
import org.semcollector.app.laptopclock.PastTimes;
import org.semcollector.app.store.MeterRow;
import org.semcollector.app.store.MeterStore;
import org.semcollector.app.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts together what judges the laptop's clock.
final class LaptopClockWiring {
  private static final Logger LOG = LoggerFactory.getLogger(LaptopClockWiring.class);

  private LaptopClockWiring() {}

  /// The meters as they are when they are asked for.
  interface Meters {
    MeterStore open() throws StoreException, JournalException;
  }

  static LaptopClock of(SystemFacts system, ZoneId zone, LaptopClockEvidence evidence, Journal journal, Meters meters) {
    return new LaptopClockTrust(new LaptopClockTrust.Sources(system.clock(), system.uptime(), system.clockSync(),
        evidence, past(journal, meters), new ClockWords(system.locale(), zone)));
  }

  /// What cannot be read is no evidence; whoever reads or writes it next says what is wrong.
  private static PastTimes past(Journal journal, Meters meters) {
    return new PastTimes() {
      @Override
      public Optional<Instant> newestVisit() {
        try {
          return journal.newest();
        } catch (JournalException e) {
          LOG.warn("the journal does not tell its newest visit: {}", e.getMessage());
          return Optional.empty();
        }
      }

      @Override
      public Optional<Instant> newestReading() {
        try {
          return meters.open().meters().stream().map(MeterRow::lastMeasuredAt).flatMap(Optional::stream)
              .max(Instant::compareTo);
        } catch (StoreException | JournalException e) {
          LOG.warn("the database does not tell its newest reading: {}", e.getMessage());
          return Optional.empty();
        }
      }
    };
  }
}
