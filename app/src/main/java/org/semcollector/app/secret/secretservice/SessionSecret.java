package org.semcollector.app.secret.secretservice;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

/// A secret on the bus, `(oayays)`: session, parameters, value, content type.
public final class SessionSecret extends Struct {
  @Position(0)
  private final DBusPath session;
  @Position(1)
  private final byte[] parameters;
  @Position(2)
  private final byte[] value;
  @Position(3)
  private final String contentType;

  public SessionSecret(DBusPath session, byte[] parameters, byte[] value, String contentType) {
    this.session = session;
    this.parameters = parameters.clone();
    this.value = value.clone();
    this.contentType = contentType;
  }

  DBusPath session() {
    return session;
  }

  byte[] parameters() {
    return parameters.clone();
  }

  byte[] value() {
    return value.clone();
  }

  String contentType() {
    return contentType;
  }
}
