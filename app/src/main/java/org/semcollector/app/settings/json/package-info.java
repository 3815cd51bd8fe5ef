/// Settings in a JSON file.
@NullMarked
package org.semcollector.app.settings.json;

import org.jspecify.annotations.NullMarked;
