/// What people do on a server besides syncing: sign in, test the connection, look at devices, install the dashboard, fetch
/// firmware; and when a sync starts by itself.
@NullMarked
package org.semcollector.app.sync.server;

import org.jspecify.annotations.NullMarked;
