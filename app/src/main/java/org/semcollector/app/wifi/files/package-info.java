/// What joining meters must not forget over a crash, as a file.
@NullMarked
package org.semcollector.app.wifi.files;

import org.jspecify.annotations.NullMarked;
