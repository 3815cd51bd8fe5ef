/// Setting meters up: which token belongs on which meter, prepared in the office and applied on site.
@NullMarked
package org.semcollector.app.setup;

import org.jspecify.annotations.NullMarked;
