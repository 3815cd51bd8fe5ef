package org.semcollector.app.cli;

import java.io.InputStream;
import java.io.PrintStream;

/// Where a command reads and writes.
///
/// @param out results only: what a script reads
/// @param err progress and sentences for people
/// @param terminal whether `err` is a terminal on which a line may be redrawn
public record Console(InputStream in, PrintStream out, PrintStream err, boolean terminal) {}
