/// ThingsBoard over HTTP: its REST API for sign-ins, its device API for access tokens.
@NullMarked
package org.semcollector.app.sync.thingsboard;

import org.jspecify.annotations.NullMarked;
