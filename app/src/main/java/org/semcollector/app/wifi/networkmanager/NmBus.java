package org.semcollector.app.wifi.networkmanager;

import java.io.IOException;
import java.util.Map;
import java.util.function.BiConsumer;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.messages.Error;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.messages.constants.MessageTypes;
import org.semcollector.app.wifi.WifiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A connection to the bus on which NetworkManager is asked by name.
///
/// Calls are made of plain messages and not of proxies: a proxy waits twenty seconds for an answer and cannot be told to
/// stop, and it forgets the name of an error for which there is no class.
final class NmBus implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NmBus.class);
  private static final String PROPERTIES = "org.freedesktop.DBus.Properties";
  private static final byte NO_FLAGS = 0;

  private final DBusConnection bus;
  private final Patience patience;

  private NmBus(DBusConnection bus, Patience patience) {
    this.bus = bus;
    this.patience = patience;
  }

  /// @param address of the system bus
  /// @param patience of everything asked here
  static NmBus open(String address, Patience patience) throws NmException {
    try {
      return new NmBus(DBusConnectionBuilder.forAddress(address).withShared(false).receivingThreadConfig()
          .withSignalThreadCount(1).connectionConfig().build(), patience);
    } catch (DBusException | DBusExecutionException e) {
      throw NmException.noBus(e);
    }
  }

  /// The same connection, whose questions wait as long as another patience lasts.
  NmBus with(Patience other) {
    return new NmBus(bus, other);
  }

  /// How long this one waits.
  Patience patience() {
    return patience;
  }

  /// This connection's own name on the bus, ":1.42".
  String ownName() {
    return bus.getUniqueName();
  }

  /// Asks NetworkManager and waits for the answer.
  ///
  /// @param signature of the arguments, as D-Bus writes it
  /// @return the values of the answer
  Object[] call(String path, String type, String method, String signature, Object... arguments)
      throws NmException, WifiException {
    try {
      MethodCall call = bus.getMessageFactory().createMethodCall(NmNames.NM, path, type, method, NO_FLAGS,
          signature.isEmpty() ? null : signature, arguments);
      bus.sendMessage(call);
      return values(answer(call));
    } catch (DBusException | DBusExecutionException e) {
      throw new NmException(e);
    }
  }

  private Message answer(MethodCall call) throws WifiException, NmException {
    while (true) {
      Message answer = call.getReply(Patience.STEP.toMillis());
      if (answer != null)
        return answer;
      if (!bus.isConnected())
        throw new NmException("", "The connection to the system bus ended.");
      patience.check();
    }
  }

  private static Object[] values(Message answer) throws DBusException, NmException {
    Object[] values = answer.getParameters();
    if (answer instanceof Error error)
      throw new NmException(String.valueOf(error.getName()), values == null || values.length == 0
          ? String.valueOf(error.getName())
          : String.valueOf(values[0]));
    return values == null ? new Object[0] : values;
  }

  /// A property of an object.
  Object get(String path, String type, String property) throws NmException, WifiException {
    return Values.plain(call(path, PROPERTIES, "Get", "ss", type, property)[0]);
  }

  /// All properties of an object; empty when it has none of this type.
  Map<String, Object> all(String path, String type) throws NmException, WifiException {
    return Values.map(call(path, PROPERTIES, "GetAll", "s", type)[0]);
  }

  /// Hears a signal of NetworkManager from any of its objects.
  ///
  /// @param heard the object and the signal's values; called on a thread of the bus, in the order of the signals
  void listen(String type, String signal, BiConsumer<String, Object[]> heard) throws NmException {
    var rule = DBusMatchRuleBuilder.create().withType(MessageTypes.SIGNAL).withInterface(type).withMember(signal)
        .build();
    try {
      bus.addGenericSigHandler(rule, message -> {
        try {
          heard.accept(message.getPath(), message.getParameters());
        } catch (DBusException e) {
          LOG.warn("a signal {}.{} cannot be read", type, signal, e);
        }
      });
    } catch (DBusException | DBusExecutionException e) {
      throw new NmException(e);
    }
  }

  /// Lets others on the bus call an object of this program.
  void export(String path, DBusInterface object) throws NmException {
    try {
      bus.exportObject(path, object);
    } catch (DBusException | DBusExecutionException e) {
      throw new NmException(e);
    }
  }

  @Override
  public void close() {
    try {
      bus.close();
    } catch (IOException e) {
      LOG.debug("leaving the bus failed", e);
    }
  }
}
