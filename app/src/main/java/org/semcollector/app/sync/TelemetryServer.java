package org.semcollector.app.sync;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.semcollector.protocol.thingsboard.TelemetryBatch;

/// A ThingsBoard server as the sync needs it. Every request ends in an [Answer]; none throws for what a server or a
/// network does. Used by several threads at once.
public interface TelemetryServer extends AutoCloseable {
  /// Makes a server's port for one run.
  interface Opener {
    TelemetryServer open(SyncTarget target);
  }

  /// What the server says of itself.
  ///
  /// @param version its release, where the sign-in may ask for it
  record Identity(Optional<String> version) {}

  /// A device as the server lists it.
  ///
  /// @param id the server's own identifier
  record Device(String id, String name) {}

  /// The server says that it deleted.
  record Deleted() {}

  /// Some of the devices that the sign-in may see.
  record DevicePage(List<Device> devices, boolean more) {
    public DevicePage {
      devices = List.copyOf(devices);
    }
  }

  /// What a 200 is worth.
  enum Receipt {
    /// Answered after the database had it.
    STORED,
    /// Put in a queue; may still be lost.
    ACCEPTED
  }

  /// A stretch of time, `from <= t < to`, in whole milliseconds.
  record Span(Instant from, Instant to) {}

  /// What the server counts in a span.
  ///
  /// @param stamps time stamps that hold a channel number, which every reading has
  /// @param energies time stamps that hold an interval energy
  /// @param energySumKwh sum of these energies
  record Tally(long stamps, long energies, double energySumKwh) {
    static final Tally NOTHING = new Tally(0, 0, 0);
  }

  /// One time stamp as the server gives it back.
  ///
  /// @param energyKwh the interval energy; empty when the reading had none
  record Kept(Instant at, OptionalDouble energyKwh) {}

  /// Stamps in order, as many as one request gives.
  ///
  /// @param rest where to go on; empty at the end of the span
  record KeptPage(List<Kept> kept, Optional<Instant> rest) {
    public KeptPage {
      kept = List.copyOf(kept);
    }
  }

  /// Checks that ThingsBoard answers, and signs in where the target says how. Again after [Trouble.SignInAgain].
  Answer<Identity> signIn();

  /// A page of devices, from 0.
  Answer<DevicePage> devices(int page);

  /// The access token of a device; empty when it signs in by other means.
  Answer<Optional<String>> accessToken(Device device);

  /// Uploads with the sign-in; an Ok means stored.
  Answer<Receipt> upload(Device device, TelemetryBatch batch);

  /// Uploads as the device itself; an Ok means accepted, no more.
  Answer<Receipt> uploadByToken(String accessToken, TelemetryBatch batch);

  /// Stores firmware states with the sign-in; an Ok means stored.
  Answer<Receipt> report(Device device, List<FirmwareNews> news);

  /// Hands in firmware states as the device itself; an Ok means accepted.
  Answer<Receipt> reportByToken(String accessToken, List<FirmwareNews> news);

  /// The firmware states that the server has in a span, by their time.
  Answer<Map<Instant, String>> firmwareStates(Device device, Span span);

  /// Counts and sums what the server has in a span.
  Answer<Tally> tally(Device device, Span span);

  /// What the server has in a span, oldest first.
  Answer<KeptPage> kept(Device device, Span span);

  /// How many values the server has in a span under any key that readings are sent under.
  Answer<Long> values(Device device, Span span);

  /// Deletes what [#values] counts. An Ok says that the server did as told; that nothing is left is for [#values] to
  /// say.
  Answer<Deleted> delete(Device device, Span span);

  @Override
  void close();
}
