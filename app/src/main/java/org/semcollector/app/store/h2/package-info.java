/// The store in an H2 file: the only place with SQL. One writer at a time, readers on connections of their own; no thread in here may be interrupted, an interrupt would close the file for everyone.
@NullMarked
package org.semcollector.app.store.h2;

import org.jspecify.annotations.NullMarked;
