/// What is stored, as files for other programs: CSV (RFC 4180) and JSON, streamed in constant memory.
@NullMarked
package org.semcollector.app.export;

import org.jspecify.annotations.NullMarked;
