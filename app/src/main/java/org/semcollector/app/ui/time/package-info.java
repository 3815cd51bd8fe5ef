/// The Time screen: where a meter's readings and outages lie in time, and what people know better.
@NullMarked
package org.semcollector.app.ui.time;

import org.jspecify.annotations.NullMarked;
