/// Copies of the data elsewhere: everything that cannot be made again, each file compared after it was written.
@NullMarked
package org.semcollector.app.backup;

import org.jspecify.annotations.NullMarked;
