package org.semcollector.app.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

/// What the program knows of the machine it runs on; asked once.
record SystemFacts(
    Clock clock, ZoneId zone, Locale locale, Map<String, String> environment, String osName, Path home) {}
