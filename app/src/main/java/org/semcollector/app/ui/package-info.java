/// The desktop program.
@NullMarked
package org.semcollector.app.ui;

import org.jspecify.annotations.NullMarked;
