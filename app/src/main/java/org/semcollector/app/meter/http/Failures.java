package org.semcollector.app.meter.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.semcollector.app.meter.MeterException;

/// What an I/O failure means for a visit.
final class Failures {
  private Failures() {}

  static MeterException.Kind kind(IOException failure, ReplyBody body) {
    return switch (failure) {
      case ConnectTimeoutException _,ConnectException _,NoRouteToHostException _,UnknownHostException _ ->
        MeterException.Kind.UNREACHABLE;
      case SocketTimeoutException _ -> body.begun() ? MeterException.Kind.STALLED : MeterException.Kind.SILENT;
      case TooLongException _ -> MeterException.Kind.TOO_LONG;
      case TruncatedChunkException _ -> MeterException.Kind.CUT_OFF;
      case NotAMeterException _,MalformedChunkCodingException _,ClientProtocolException _,MessageConstraintException _ ->
        MeterException.Kind.NOT_A_METER;
      default -> MeterException.Kind.CUT_OFF;
    };
  }
}
