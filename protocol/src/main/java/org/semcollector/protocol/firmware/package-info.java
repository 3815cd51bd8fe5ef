/// Firmware images and their versions: whether an image is whole and meant for a meter, before it is sent.
@NullMarked
package org.semcollector.protocol.firmware;

import org.jspecify.annotations.NullMarked;
