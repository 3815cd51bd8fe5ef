/// The program: [Main] picks command line or window.
@NullMarked
package org.semcollector.app;

import org.jspecify.annotations.NullMarked;
