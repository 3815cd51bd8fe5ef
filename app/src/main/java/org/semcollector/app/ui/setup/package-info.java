/// Setting meters up: from the prepared list or a pasted token, step by step.
@NullMarked
package org.semcollector.app.ui.setup;

import org.jspecify.annotations.NullMarked;
