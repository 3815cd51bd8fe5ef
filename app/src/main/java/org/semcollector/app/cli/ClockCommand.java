package org.semcollector.app.cli;

import java.util.LinkedHashMap;
import org.semcollector.app.laptopclock.ClockVerdict;
import org.semcollector.app.laptopclock.LaptopClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "clock", description = "Whether this computer's clock may set meters'.")
final class ClockCommand extends SemCommand {
  @Option(names = "--right", description = "You looked at a watch: this computer's clock is right. Counts for a day, until "
      + "the computer starts anew or its clock is set.")
  boolean right;

  ClockCommand(CliContext context) {
    super(context);
  }

  @Override
  public Integer call() throws Exception {
    try (Services services = open()) {
      LaptopClock clock = services.laptopClock();
      if (right)
        clock.confirm();
      ClockVerdict verdict = clock.verdict();
      show(services, verdict, clock.sentence(verdict));
      return switch (verdict) {
        case ClockVerdict.Green _ -> ExitCode.DONE;
        case ClockVerdict.Doubtful _ -> ExitCode.PARTLY;
        case ClockVerdict.Wrong _ -> ExitCode.FAILED;
      };
    }
  }

  private void show(Services services, ClockVerdict verdict, String sentence) {
    var row = new LinkedHashMap<String, Object>();
    row.put("now", services.clock().instant().toString());
    row.put("verdict", word(verdict));
    row.put("sentence", sentence);
    if (common.json)
      printJson(row);
    else
      print(word(verdict) + ": " + sentence);
  }

  static String word(ClockVerdict verdict) {
    return switch (verdict) {
      case ClockVerdict.Green _ -> "green";
      case ClockVerdict.Doubtful _ -> "doubtful";
      case ClockVerdict.Wrong _ -> "wrong";
    };
  }
}
