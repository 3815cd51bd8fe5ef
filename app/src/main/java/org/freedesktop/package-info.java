/// Names that D-Bus dictates.
@NullMarked
package org.freedesktop;

import org.jspecify.annotations.NullMarked;
