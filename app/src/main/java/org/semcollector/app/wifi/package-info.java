/// Finding meters on the air and joining one.
@NullMarked
package org.semcollector.app.wifi;

import org.jspecify.annotations.NullMarked;
