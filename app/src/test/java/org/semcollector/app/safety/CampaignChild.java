package org.semcollector.app.safety;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Set;
import org.semcollector.app.firmware.Campaign;
import org.semcollector.app.firmware.FirmwareListener;
import org.semcollector.app.firmware.FirmwareRequest;
import org.semcollector.app.firmware.FirmwareResult;
import org.semcollector.app.firmware.Objection;
import org.semcollector.app.journal.Journal;
import org.semcollector.app.meter.ErasePolicy;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.protocol.meter.Endpoint;
import org.semcollector.protocol.meter.Ssid;

/// A program of its own that updates those meters of a list that are left, and can be killed. It says on its output
/// which facts of an update its journal has, and waits then for a byte on its input.
final class CampaignChild {
  private CampaignChild() {}

  /// @param args folder, laptop's time, "insisting" or "asking", and each meter's name and address
  public static void main(String[] args) throws Exception {
    var meters = new LinkedHashMap<Ssid, URI>();
    for (int i = 3; i < args.length; i += 2)
      meters.put(new Ssid(args[i]), URI.create(args[i + 1]));
    boolean insisting = args[2].equals("insisting");
    Set<Objection.Kind> overridden = insisting ? Set.of(Objection.Kind.SENT_BEFORE) : Set.of();
    try (var laptop = Laptop.with(new TestTime(Instant.parse(args[1]))).journal(CampaignChild::watched)
        .in(Path.of(args[0]))) {
      laptop.catchUp();
      Campaign campaign = Campaign.of(laptop.journal(), new ArrayList<>(meters.keySet()),
          CampaignResumesIT.NEXT.number().orElseThrow());
      say("LEFT " + campaign.left(insisting));
      for (Ssid meter : campaign.left(insisting)) {
        FirmwareResult result = laptop.update(Objects.requireNonNull(meters.get(meter)),
            new FirmwareRequest(meter, CampaignResumesIT.OFFERED, overridden, ErasePolicy.NEVER),
            FirmwareListener.NONE);
        say("END " + meter + " " + result.state() + " " + result.sentence());
      }
    }
  }

  private static Journal watched(Journal journal) {
    return new JournalWatch(journal) {
      @Override
      void kept(VisitFact fact) {
        switch (fact) {
          case VisitFact.FirmwareSent _ -> reached("SENDING");
          case VisitFact.BrokenOff broken when broken.endpoint() == Endpoint.OTA -> reached("SENT");
          case VisitFact.FirmwareSeen _ -> reached("SEEN");
          default -> {
            // of the visits around it
          }
        }
      }
    };
  }

  private static void reached(String what) {
    say("AT " + what);
    try {
      if (System.in.read() < 0)
        throw new IllegalStateException("nobody there any more");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
