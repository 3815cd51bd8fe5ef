package org.semcollector.app.firmware;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.semcollector.app.firmware.FirmwareResult.State;
import org.semcollector.app.journal.JournalException;
import org.semcollector.app.meter.MeterException;
import org.semcollector.app.visit.VisitFact;
import org.semcollector.app.visit.VisitRef;
import org.semcollector.app.wifi.WifiException;

/// Waits for a meter that was sent firmware and asks what it runs.
final class RestartWatch {
  static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
  /// Two minutes: a restart takes seconds, one that is rolled back two of them, and the network must be found again.
  static final int LOOKS = 60;
  /// A meter that checks the image still answers for a moment; so often the old version counts.
  static final int OLD_LOOKS = 5;

  private final FirmwareUpdate.Tools tools;
  private final MeterLink link;
  private final MeterSays before;
  private final int number;

  RestartWatch(FirmwareUpdate.Tools tools, MeterLink link, MeterSays before, int number) {
    this.tools = tools;
    this.link = link;
    this.before = before;
    this.number = number;
  }

  FirmwareResult watch(VisitRef visit, FirmwareRequest request) throws JournalException {
    int old = 0;
    for (int look = 0; look < LOOKS; look++) {
      tools.pause().of(BETWEEN_LOOKS);
      Optional<MeterSays> said = look();
      if (said.isEmpty())
        continue;
      int runs = said.get().version().number();
      boolean stillOld = runs == before.version().number();
      if (stillOld && ++old < OLD_LOOKS)
        continue;
      return judge(visit, request, said.get(), runs);
    }
    return ended(request, State.UNKNOWN, "unknown.gone", BETWEEN_LOOKS.multipliedBy(LOOKS).toSeconds());
  }

  private FirmwareResult judge(VisitRef visit, FirmwareRequest request, MeterSays said, int runs)
      throws JournalException {
    if (!said.tokenBody().equals(before.tokenBody()))
      return ended(request, State.UNKNOWN, "unknown.stranger");
    tools.journal().append(visit, new VisitFact.FirmwareSeen(tools.clock().instant(), runs));
    if (runs == number)
      return new FirmwareResult(request.ssid(), State.CONFIRMED, List.of(), "");
    return runs == before.version().number()
        ? ended(request, State.ROLLED_BACK, "rolled.back", Integer.toString(runs))
        : ended(request, State.UNKNOWN, "unknown.other", Integer.toString(runs));
  }

  private Optional<MeterSays> look() {
    try {
      return Optional.of(MeterSays.ask(tools.clients(), link.join()));
    } catch (MeterException | WifiException e) {
      return Optional.empty(); // it restarts
    }
  }

  private FirmwareResult ended(FirmwareRequest request, State state, String key, Object... values) {
    return new FirmwareResult(request.ssid(), state, List.of(), tools.sentences().text(key, values));
  }
}
