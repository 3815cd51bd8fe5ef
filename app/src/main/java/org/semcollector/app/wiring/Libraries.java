package org.semcollector.app.wiring;

import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.semcollector.app.ui.ProgramServices.Library;

/// What the program is made of, with the versions that really run.
final class Libraries {
  private static final Pattern IN_NAME = Pattern.compile("-(\\d[^/]*)\\.jar$");
  private static final String APACHE = "Apache-2.0";

  private Libraries() {}

  static List<Library> all() {
    return List.of(
        new Library("Java", System.getProperty("java.version", ""), "GPL-2.0 with Classpath exception"),
        library("JavaFX", "javafx.scene.Node", "GPL-2.0 with Classpath exception"),
        library("ControlsFX", "org.controlsfx.control.PopOver", "BSD-3-Clause"),
        library("TilesFX", "eu.hansolo.tilesfx.Tile", APACHE),
        library("AtlantaFX", "atlantafx.base.theme.Theme", "MIT"),
        library("Ikonli, Feather icons", "org.kordamp.ikonli.feather.Feather", APACHE + ", MIT"),
        library("H2", "org.h2.Driver", "MPL-2.0 or EPL-1.0"),
        library("Apache HttpClient", "org.apache.hc.client5.http.classic.HttpClient", APACHE),
        library("Jackson", "tools.jackson.databind.ObjectMapper", APACHE),
        library("picocli", "picocli.CommandLine", APACHE),
        library("dbus-java", "org.freedesktop.dbus.connections.impl.DBusConnection", "MIT"),
        library("fastexcel", "org.dhatim.fastexcel.Workbook", APACHE),
        library("SLF4J", "org.slf4j.Logger", "MIT"),
        new Library("Inter", "", "SIL Open Font License 1.1"));
  }

  /// The version of this program; empty when it was not packed.
  static Optional<String> ownVersion() {
    return Optional.ofNullable(Libraries.class.getPackage().getImplementationVersion());
  }

  /// Nothing of the library is run: one that is not there must not keep the window from opening.
  private static Library library(String name, String className, String licence) {
    try {
      Class<?> found = Class.forName(className, false, Libraries.class.getClassLoader());
      return new Library(name, version(found), licence);
    } catch (ClassNotFoundException | LinkageError e) {
      return new Library(name, "", licence);
    }
  }

  private static String version(Class<?> of) {
    CodeSource source = of.getProtectionDomain().getCodeSource();
    Matcher inName = IN_NAME.matcher(source == null ? "" : String.valueOf(source.getLocation()));
    return inName.find()
        ? inName.group(1).replaceFirst("-(linux|mac|win).*$", "")
        : Optional.ofNullable(of.getPackage().getImplementationVersion())
            .or(() -> of.getModule().isNamed() ? of.getModule().getDescriptor().rawVersion() : Optional.empty())
            .orElse("");
  }
}
