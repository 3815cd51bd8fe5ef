/// What is known of meters on walks, in a file.
@NullMarked
package org.semcollector.app.walk.json;

import org.jspecify.annotations.NullMarked;
