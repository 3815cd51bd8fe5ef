/// Secrets in an encrypted file, for computers without a keyring.
@NullMarked
package org.semcollector.app.secret.files;

import org.jspecify.annotations.NullMarked;
