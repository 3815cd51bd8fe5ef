/// Readings and their times, many in few bytes and back. Pure; nothing is lost, whatever the bytes are. The database keeps what this makes, see docs/store.md for the octets.
@NullMarked
package org.semcollector.app.store.pack;

import org.jspecify.annotations.NullMarked;
