/// What people said about meters: kept in files of its own, so that the database can be made again whole.
@NullMarked
package org.semcollector.app.notes;

import org.jspecify.annotations.NullMarked;
