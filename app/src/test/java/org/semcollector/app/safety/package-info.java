/// One test class per rule of data safety, over real sockets, real files and a real database.
@NullMarked
package org.semcollector.app.safety;

import org.jspecify.annotations.NullMarked;
