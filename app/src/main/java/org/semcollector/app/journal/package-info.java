/// The evidence: every fact of every visit, durable before anything is changed on a meter. The database can be made again from it.
@NullMarked
package org.semcollector.app.journal;

import org.jspecify.annotations.NullMarked;
