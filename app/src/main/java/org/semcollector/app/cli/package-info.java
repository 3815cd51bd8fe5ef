/// The command line: one class per command. Commands parse, call a use case and print; decisions live elsewhere.
///
/// Results go to standard output, progress and sentences to standard error. Exit codes: 0 done, 1 failed, 2 wrong
/// usage, 3 done in part.
@NullMarked
package org.semcollector.app.cli;

import org.jspecify.annotations.NullMarked;
