package org.semcollector.app.wifi.macos;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import org.semcollector.app.wifi.manual.MeterNetwork;

/// Opens a connection to the meter's web server and closes it again without a word.
final class TcpTouch implements MeterTouch {
  private static final int WEB = 80;
  private static final int LIMIT_MILLIS = 3000;

  @Override
  public Outcome touch(InetAddress from) {
    try (var socket = new Socket()) {
      socket.bind(new InetSocketAddress(from, 0));
      socket.connect(new InetSocketAddress(InetAddress.ofLiteral(MeterNetwork.ADDRESS), WEB), LIMIT_MILLIS);
      return Outcome.ANSWERED;
    } catch (NoRouteToHostException e) {
      return Outcome.NO_ROUTE;
    } catch (ConnectException e) {
      return Outcome.ANSWERED; // refused
    } catch (IOException e) {
      return Outcome.SILENT;
    }
  }
}
