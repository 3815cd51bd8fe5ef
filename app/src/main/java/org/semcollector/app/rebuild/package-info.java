/// Makes the database again from the journal.
@NullMarked
package org.semcollector.app.rebuild;

import org.jspecify.annotations.NullMarked;
