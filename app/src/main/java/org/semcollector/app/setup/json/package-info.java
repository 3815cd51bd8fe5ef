/// Prepared set-ups in a JSON file.
@NullMarked
package org.semcollector.app.setup.json;

import org.jspecify.annotations.NullMarked;
