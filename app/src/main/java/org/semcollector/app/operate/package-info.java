/// Single operations on one meter: its clock, token, version and memory. Each reads back what it did and may be repeated.
@NullMarked
package org.semcollector.app.operate;

import org.jspecify.annotations.NullMarked;
