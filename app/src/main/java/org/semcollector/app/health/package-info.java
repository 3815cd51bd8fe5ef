/// What is wrong with a meter, said while somebody is still there. Pure: rules over readings and what visits told.
@NullMarked
package org.semcollector.app.health;

import org.jspecify.annotations.NullMarked;
