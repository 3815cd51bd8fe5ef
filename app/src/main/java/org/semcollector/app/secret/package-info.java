/// Keys and passwords of servers: kept where the operating system keeps such things, else in an encrypted file. Never in
/// settings, logs, exports or on a command line.
@NullMarked
package org.semcollector.app.secret;

import org.jspecify.annotations.NullMarked;
