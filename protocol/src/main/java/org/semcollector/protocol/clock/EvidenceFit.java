package org.semcollector.protocol.clock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Puts all evidence of a problem to its runs, from the last one to the first: what fits narrows what is known of their
/// lags, what does not is left out.
final class EvidenceFit {
  private final ClockProblem problem;
  private final List<ClockRun> runs;
  private final TreeMap<Integer, KnownLags> bare = new TreeMap<>();
  private final TreeMap<Integer, KnownLags> known = new TreeMap<>();
  private final Map<Evidence.Restart, Long> usedRestarts = new HashMap<>();
  private final List<UnfitEvidence> unfit = new ArrayList<>();

  EvidenceFit(ClockProblem problem) {
    this.problem = problem;
    runs = Segments.of(problem).runs();
  }

  /// The evidence as it fits when runs lie where [EvenEstimator] places them.
  static EvidenceFit of(ClockProblem problem) {
    var fit = new EvidenceFit(problem);
    EvenEstimator.place(fit, new Placement(problem), (_, _, _) -> {});
    return fit;
  }

  ClockProblem problem() {
    return problem;
  }

  List<ClockRun> runs() {
    return runs;
  }

  /// What the lags of a run are known to be, once [#look] was at it.
  Optional<KnownLags> known(int run) {
    return Optional.ofNullable(known.get(run));
  }

  /// The same without any pin.
  Optional<KnownLags> bare(int run) {
    return Optional.ofNullable(bare.get(run));
  }

  /// Looks at a run.
  ///
  /// @param placement where the runs after it lie
  KnownLags look(int index, Placement placement) {
    ClockRun run = runs.get(index);
    KnownLags start;
    if (index == runs.size() - 1) {
      var end = new EndLag(problem, run);
      unfit.addAll(end.unfit());
      start = KnownLags.of(run, end.lag(), end.why());
    } else {
      start = KnownLags.of(run, beforeRun(run, runs.get(index + 1), placement), Why.VISIT);
    }
    KnownLags restarted = withRestarts(start);
    bare.put(index, restarted);
    KnownLags pinned = withPins(restarted);
    known.put(index, pinned);
    return pinned;
  }

  /// The restarts that fit, in the problem's order; all runs must have been looked at.
  List<RestartedBoot> restarted() {
    var found = new ArrayList<RestartedBoot>();
    for (Evidence.Restart restart : problem.all(Evidence.Restart.class)) {
      Long bootMillis = usedRestarts.get(restart);
      if (bootMillis != null)
        found.add(new RestartedBoot(bootMillis, restart));
    }
    return found;
  }

  /// What was left out, in the problem's order; all runs must have been looked at.
  List<UnfitEvidence> unfit() {
    var all = new ArrayList<>(unfit);
    for (Evidence.Pin pin : problem.pins()) {
      if (OutageOfRun.find(runs, pin.bootMillis()).isEmpty())
        all.add(new UnfitEvidence(pin, Pins.NO_BOOT.sentence()));
    }
    for (Evidence.Restart restart : problem.all(Evidence.Restart.class)) {
      if (!usedRestarts.containsKey(restart)) {
        all.add(new UnfitEvidence(restart,
            "The log holds no boot, or several, that this restart at " + Local.time(problem, restart.from())
                + " can have been."));
      }
    }
    all.sort((a, b) -> Integer.compare(problem.evidence().indexOf(a.evidence()),
        problem.evidence().indexOf(b.evidence())));
    return List.copyOf(all);
  }

  /// The lag at the end of a run, told by the run after it: either its first save came one period after the last save
  /// or boot of this one, or it booted before its first save, at the very time that had been set.
  private static Lag beforeRun(ClockRun run, ClockRun next, Placement placement) {
    Lag atStart = next.startKnown() ? Lag.NONE : placement.lagOf(next.segments().getFirst());
    if (next.startsWithOutage()) {
      return Lag.at(next.outages().getFirst().deviceMillis(), run).plus(atStart);
    }
    long exact = next.firstSeenMillis() - run.lastSeenMillis() - run.period().toMillis();
    return new Lag(exact, exact - Lag.LATE_SAVE_MILLIS, exact).plus(atStart);
  }

  private KnownLags withPins(KnownLags start) {
    KnownLags now = start;
    for (Evidence.Pin pin : problem.pins()) {
      int index = OutageOfRun.findIn(start.run(), pin.bootMillis());
      if (index < 0)
        continue;
      switch (new PinJudge(problem, start, pin, index).check(now)) {
        case PinCheck.Possible _ -> now = now.with(KnownOutage.pinned(start.run(), index, pin)).orElseThrow();
        case PinCheck.Refused(_, String sentence) -> unfit.add(new UnfitEvidence(pin, sentence));
      }
    }
    return now;
  }

  /// A restart is known by its time only: it is the one boot that can have been then, unless there are others in the
  /// same hour.
  private KnownLags withRestarts(KnownLags start) {
    KnownLags now = start;
    for (Evidence.Restart restart : problem.all(Evidence.Restart.class)) {
      var possible = new ArrayList<KnownLags>();
      long bootMillis = 0;
      for (int i = 0; i < start.run().outages().size(); i++) {
        Outage outage = start.run().outages().get(i);
        Optional<KnownLags> fitting = outage.boots() == 1
            ? now.with(KnownOutage.restarted(start.run(), i, restart))
            : Optional.empty();
        if (fitting.isPresent()) {
          possible.add(fitting.get());
          bootMillis = outage.deviceMillis();
        }
      }
      if (possible.size() == 1) {
        now = possible.getFirst();
        usedRestarts.put(restart, bootMillis);
      }
    }
    return now;
  }
}
