/// One meter: its verdict, its history, what people noted about it, and what can be done to it besides collecting.
@NullMarked
package org.semcollector.app.ui.meter;

import org.jspecify.annotations.NullMarked;
