package org.semcollector.app.firmware;

import java.time.Clock;
import org.semcollector.app.journal.Journal;
import org.semcollector.app.meter.CollectSentences;
import org.semcollector.app.meter.CollectService;
import org.semcollector.app.meter.MeterClient;
import org.semcollector.app.meter.Pause;

/// Updates meters: collects, sends the firmware once, waits for the restart, asks what runs, sets the clock again.
///
/// An update is a restart, which sets a meter's clock back by up to an hour: the clock is set in the visit right before
/// and in the one right after, so that no reading is stamped in between. What was sent is in the journal before it
/// leaves; an update that was cut short is repeated by asking first, never by sending again unasked.
public final class FirmwareUpdate {
  private final Tools tools;

  /// What updating works with.
  public record Tools(
      MeterClient.Factory clients, Journal journal, CollectService collect, Clock clock, Pause pause,
      CollectSentences meterSentences, FirmwareSentences sentences) {}

  public FirmwareUpdate(Tools tools) {
    this.tools = tools;
  }

  /// Updates one meter; returns how it ended, whatever happened. The link stays open; the caller closes it. Blocks; meant
  /// for a virtual thread that nobody interrupts.
  public FirmwareResult run(FirmwareRequest request, MeterLink link, FirmwareListener listener) {
    return new UpdateRun(tools, request, link, listener).run();
  }
}
