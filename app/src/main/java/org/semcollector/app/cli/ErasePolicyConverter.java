package org.semcollector.app.cli;

import org.semcollector.app.meter.ErasePolicy;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// "never" and "when-proven".
final class ErasePolicyConverter implements ITypeConverter<ErasePolicy> {
  @Override
  public ErasePolicy convert(String value) {
    return switch (value) {
      case "never" -> ErasePolicy.NEVER;
      case "when-proven" -> ErasePolicy.WHEN_PROVEN;
      default -> throw new TypeConversionException("«" + value + "» is neither never nor when-proven");
    };
  }
}
