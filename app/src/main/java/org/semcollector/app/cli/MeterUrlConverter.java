package org.semcollector.app.cli;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Where a meter answers. Meters speak plain HTTP only.
final class MeterUrlConverter implements ITypeConverter<URI> {
  @Override
  public URI convert(String value) {
    try {
      URI uri = new URI(value);
      if ("http".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getRawUserInfo() == null)
        return uri;
    } catch (URISyntaxException e) {
      // said below
    }
    throw new TypeConversionException("«" + value + "» is not a meter's address; it has the form http://10.0.0.1.");
  }
}
