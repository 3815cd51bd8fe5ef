/// Small files that are whole at every moment, whatever happens to the power.
@NullMarked
package org.semcollector.app.files;

import org.jspecify.annotations.NullMarked;
