/// The Credential Manager of Windows, through advapi32.
@NullMarked
package org.semcollector.app.secret.credentials;

import org.jspecify.annotations.NullMarked;
