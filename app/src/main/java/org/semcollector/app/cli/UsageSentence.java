package org.semcollector.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is wrong with how a command was typed, in one sentence that names what to type instead.
final class UsageSentence {
  private static final Pattern OPTION = Pattern.compile("--[a-z0-9][a-z0-9-]*");
  private static final Pattern PLACE = Pattern.compile("Invalid value for (?:option|positional parameter)[^:]*: ");

  private UsageSentence() {}

  static String of(ParameterException wrong) {
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    return switch (wrong) {
      case MissingParameterException missing -> missing(command, missing);
      case UnmatchedArgumentException unmatched -> unmatched(command, unmatched);
      case ParameterException both when isTogether(both) -> together(command, both);
      default -> value(wrong);
    };
  }

  private static String missing(String command, MissingParameterException wrong) {
    List<ArgSpec> args = wrong.getMissing();
    if (isWithoutItsValue(wrong, args))
      return name(args.getFirst()) + " needs a value: " + shown(args.getFirst()) + ".";
    boolean oneOf = isOneOf(wrong);
    List<String> names = oneOf
        ? namesIn(wrong)
        : args.stream().map(UsageSentence::shown).distinct().toList();
    return command + " needs " + (oneOf ? "one of " : "") + listed(names, oneOf ? "or" : "and") + ".";
  }

  private static boolean isWithoutItsValue(MissingParameterException wrong, List<ArgSpec> args) {
    return args.size() == 1 && String.valueOf(wrong.getMessage()).contains(" for option");
  }

  private static boolean isOneOf(MissingParameterException wrong) {
    return String.valueOf(wrong.getMessage()).contains("specify one of");
  }

  private static String unmatched(String command, UnmatchedArgumentException wrong) {
    String first = wrong.getUnmatched().getFirst();
    List<String> like = wrong.getSuggestions();
    String hint = like.isEmpty() ? "" : "; did you mean " + listed(like, "or") + "?";
    boolean group = !wrong.getCommandLine().getSubcommands().isEmpty() && !first.startsWith("-");
    String what = group ? "command" : first.startsWith("-") ? "option" : "argument";
    String sentence = "«" + first + "» is no " + what + " of " + command;
    return sentence + (hint.isEmpty() ? "." : hint);
  }

  private static boolean isTogether(ParameterException wrong) {
    return wrong instanceof MutuallyExclusiveArgsException
        || String.valueOf(wrong.getMessage()).contains("expected only one match");
  }

  private static String together(String command, ParameterException wrong) {
    return "Only one way at a time: " + command + " takes " + listed(namesIn(wrong), "or") + ".";
  }

  private static String value(ParameterException wrong) {
    ArgSpec arg = wrong.getArgSpec();
    Class<?> type = arg == null ? Void.class : componentType(arg);
    if (arg != null && type.isEnum() && wrong.getValue() != null) {
      List<String> values = Stream.of(type.getEnumConstants())
          .map(each -> each.toString().toLowerCase(Locale.ROOT)).toList();
      return name(arg) + " takes " + listed(values, "or") + ", not «" + wrong.getValue() + "».";
    }
    if (arg != null && isWholeNumber(type) && wrong.getValue() != null)
      return name(arg) + " takes a whole number, not «" + wrong.getValue() + "».";
    String said = String.valueOf(wrong.getMessage());
    var place = PLACE.matcher(said);
    return place.lookingAt() && arg != null ? name(arg) + ": " + said.substring(place.end()) : said;
  }

  private static boolean isWholeNumber(Class<?> type) {
    return type == int.class || type == long.class || type == Integer.class || type == Long.class;
  }

  private static Class<?> componentType(ArgSpec arg) {
    Class<?>[] auxiliary = arg.auxiliaryTypes();
    return auxiliary.length > 0 ? auxiliary[auxiliary.length - 1] : arg.type();
  }

  private static String shown(ArgSpec arg) {
    boolean bare = !arg.isOption() || arg.arity().max() == 0;
    return bare ? name(arg) : name(arg) + " " + arg.paramLabel();
  }

  private static String name(ArgSpec arg) {
    return arg instanceof OptionSpec option
        ? Stream.of(option.names()).filter(each -> each.startsWith("--")).findFirst().orElse(option.longestName())
        : arg.paramLabel();
  }

  /// Option names out of a message of the parser, which gives groups as text only.
  private static List<String> namesIn(ParameterException wrong) {
    return OPTION.matcher(String.valueOf(wrong.getMessage())).results().map(found -> found.group()).distinct().toList();
  }

  private static String listed(List<String> names, String last) {
    var all = new ArrayList<>(names);
    if (all.size() < 2)
      return String.join("", all);
    String end = all.removeLast();
    return String.join(", ", all) + " " + last + " " + end;
  }
}
