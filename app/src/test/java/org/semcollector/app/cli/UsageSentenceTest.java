package org.semcollector.app.cli;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

@SuppressWarnings("UnusedVariable") // the fields are what the parser fills
class UsageSentenceTest {
  private enum Size {
    HOUR, DAY, WEEK
  }

  @Command(name = "sem", subcommands = {Flash.class, Collect.class})
  private static final class Root {}

  @Command(name = "flash")
  private static final class Flash {
    @Option(names = {"-i", "--image"}, required = true, paramLabel = "F")
    String image = "";

    @Option(names = "--version", required = true, paramLabel = "V")
    int version;

    @Option(names = "--size", split = ",", paramLabel = "S")
    java.util.List<Size> sizes = java.util.List.of();

    @Parameters(arity = "0..1", paramLabel = "FILE")
    String file = "";
  }

  @Command(name = "collect")
  private static final class Collect {
    @CommandLine.ArgGroup(multiplicity = "1")
    Which which = new Which();

    static final class Which {
      @Option(names = "--all")
      boolean all;

      @Option(names = "--ssid", paramLabel = "SSID")
      String ssid = "";
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      flash                                | sem flash needs --image F and --version V.
      flash --image x                      | sem flash needs --version V.
      flash --image                        | --image needs a value: --image F.
      flash -i x --version y               | --version takes a whole number, not «y».
      flash -i x --version 1 --size minute | --size takes hour, day or week, not «minute».
      flash -i x --version 1 a b           | «b» is no argument of sem flash.
      flash -i x --version 1 --sice day    | «--sice» is no option of sem flash; did you mean --size?
      collect                              | sem collect needs one of --all or --ssid.
      collect --all --ssid x               | Only one way at a time: sem collect takes --all or --ssid.
      colect                               | «colect» is no command of sem; did you mean collect?
      """)
  void aMistakeIsSaidInOneSentenceWithWhatToTypeInstead(String typed, String sentence) {
    var wrong = assertThrows(ParameterException.class,
        () -> new CommandLine(new Root()).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(typed.split(" ")));
    assertEquals(sentence, UsageSentence.of(wrong));
  }
}
