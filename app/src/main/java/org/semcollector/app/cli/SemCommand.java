package org.semcollector.app.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.semcollector.protocol.meter.Ssid;

/// What all commands share: options, output, services.
abstract class SemCommand implements Callable<Integer> {
  final CliContext context;
  final CommonOptions common;

  SemCommand(CliContext context) {
    this.context = context;
    this.common = context.options();
  }

  @Override
  public abstract Integer call() throws Exception;

  /// The services of the chosen data folder; the caller closes them.
  final Services open() throws Exception {
    return open(false);
  }

  /// @param simulated for simulated meters, which get a data folder of their own inside
  final Services open(boolean simulated) throws Exception {
    return context.services().open(Optional.ofNullable(common.dataDir), simulated);
  }

  final void print(String line) {
    context.console().out().println(line);
  }

  final void say(String sentence) {
    context.console().err().println(sentence);
  }

  final void printJson(Object document) {
    print(Json.write(document));
  }

  static Ssid ssid(String text) throws CliException {
    return Ssid.parse(text).orElseThrow(() -> new CliException(ExitCode.USAGE, "«" + text
        + "» is not a meter's name; it has the form SEM-24:6f:28:ab:cd:ef."));
  }
}
