/// Says why Wi-Fi does not do what it should: facts are gathered, judged by pure rules, and told with what was checked,
/// what was found and what to do.
@NullMarked
package org.semcollector.app.wifi.doctor;

import org.jspecify.annotations.NullMarked;
