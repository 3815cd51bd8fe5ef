package org.semcollector.app.sync.thingsboard;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.semcollector.app.sync.Answer;
import org.semcollector.app.sync.KeyPin;
import org.semcollector.app.sync.ServerDates;
import org.semcollector.app.sync.ServerTrust;
import org.semcollector.app.sync.Trouble;
import org.semcollector.app.sync.Trouble.Cause;

/// HTTP requests to one server, with everything switched off that would act behind the caller's back: retries,
/// redirects, cookies, compression (ThingsBoard takes none), upgrades.
final class Wire implements AutoCloseable {
  private static final int CONNECTIONS = 8;
  private static final int LONGEST_REPLY = 16 * 1024 * 1024;

  private final String base;
  private final CloseableHttpClient client;
  /// Why nothing can be sent at all; empty when everything can.
  private final Optional<Trouble> unusable;

  private final Optional<Tls.Side> tls;
  private final URI baseUri;
  private final ServerDates dates;

  /// @param reply longest silence of a server that has a request
  Wire(URI baseUri, ServerTrust trust, ServerDates dates, Duration connect, Duration reply) {
    this.baseUri = baseUri;
    this.dates = dates;
    Optional<Trouble> trouble = Optional.empty();
    Optional<Tls.Side> side = Optional.empty();
    if ("https".equalsIgnoreCase(baseUri.getScheme())) {
      try {
        side = Optional.of(Tls.side(trust));
      } catch (IOException e) {
        trouble = Optional.of(new Trouble.NotThingsBoard("nothing (" + e.getMessage() + ")"));
      }
    }
    unusable = trouble;
    tls = side;
    base = baseUri.toString().replaceFirst("/+$", "");
    Timeout silence = Timeout.of(reply);
    var pool = PoolingHttpClientConnectionManagerBuilder.create().useSystemProperties();
    tls.ifPresent(own -> pool.setTlsSocketStrategy(new DefaultClientTlsStrategy(own.context())));
    var connections = pool.setMaxConnTotal(CONNECTIONS).setMaxConnPerRoute(CONNECTIONS)
        // a server that refuses a long body answers before it has all of it
        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
            .responseOutOfOrderStrategy(MonitoringResponseOutOfOrderStrategy.INSTANCE).build())
        .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(Timeout.of(connect))
            // proxies close idle connections without a word; an upload must not find that out
            .setSocketTimeout(silence).setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS).build())
        .build();
    client = HttpClients.custom().useSystemProperties().setConnectionManager(connections)
        .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(silence)
            .setConnectionRequestTimeout(silence).setProtocolUpgradeEnabled(false).setAuthenticationEnabled(false)
            .build())
        .disableAutomaticRetries().disableRedirectHandling().disableCookieManagement().disableContentCompression()
        .disableAuthCaching().setUserAgent("SEM-Collector").build();
  }

  Answer<WireReply> get(String path, Map<String, String> headers) {
    return send(ClassicRequestBuilder.get(base + path), headers);
  }

  Answer<WireReply> delete(String path, Map<String, String> headers) {
    return send(ClassicRequestBuilder.delete(base + path), headers);
  }

  /// @param json ASCII or UTF-8
  Answer<WireReply> post(String path, Map<String, String> headers, byte[] json) {
    var request = ClassicRequestBuilder.post(base + path);
    request.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
    return send(request, headers);
  }

  /// A file, read while it comes.
  ///
  /// @param good what to do with the body of a 200 that is no page and no JSON
  <T> Answer<T> getFile(String path, Map<String, String> headers, Receiver<T> good) {
    if (unusable.isPresent()) {
      return Answer.not(unusable.get());
    }
    ClassicRequestBuilder builder = ClassicRequestBuilder.get(base + path);
    headers.forEach(builder::addHeader);
    try {
      return client.execute(builder.build(), response -> received(response, good));
    } catch (IOException e) {
      return Answer.not(trouble(e));
    }
  }

  private static <T> Answer<T> received(ClassicHttpResponse response, Receiver<T> good) throws IOException {
    String type = header(response, "Content-Type").toLowerCase(Locale.ROOT);
    boolean file = response.getCode() == 200 && response.getEntity() != null && !type.startsWith("text/html")
        && !type.startsWith("application/json");
    if (file) {
      try (InputStream in = response.getEntity().getContent()) {
        return Answer.ok(good.read(in));
      }
    }
    WireReply reply = read(response);
    return Answer.not(Judge.trouble(reply, Judge.Api.REST).orElseGet(() -> Judge.unexpected(reply)));
  }

  /// Takes a file.
  interface Receiver<T> {
    T read(InputStream in) throws IOException;
  }

  /// The key of the server, once one was trusted.
  Optional<KeyPin> key() {
    return tls.flatMap(side -> side.servers().seen());
  }

  private Answer<WireReply> send(ClassicRequestBuilder builder, Map<String, String> headers) {
    if (unusable.isPresent()) {
      return Answer.not(unusable.get());
    }
    headers.forEach(builder::addHeader);
    builder.addHeader("Accept", "application/json");
    ClassicHttpRequest request = builder.build();
    try {
      long asked = System.nanoTime();
      WireReply reply = client.execute(request, Wire::read);
      tellTime(reply, Duration.ofNanos(System.nanoTime() - asked));
      return Answer.ok(reply);
    } catch (IOException e) {
      return Answer.not(trouble(e));
    }
  }

  // Not from a portal's page: its clock is anybody's.
  private void tellTime(WireReply reply, Duration roundTrip) {
    if (reply.status() < 500 && !reply.isWebPage() && (reply.status() < 300 || reply.status() >= 400)) {
      Judge.httpDate(reply.date()).ifPresent(said -> dates.heard(baseUri, said, roundTrip));
    }
  }

  private static WireReply read(ClassicHttpResponse response) throws IOException {
    String body = "";
    if (response.getEntity() != null) {
      try (InputStream in = response.getEntity().getContent()) {
        byte[] bytes = in.readNBytes(LONGEST_REPLY + 1);
        if (bytes.length > LONGEST_REPLY) {
          throw new ClientProtocolException("the reply is longer than 16 MB");
        }
        body = new String(bytes, StandardCharsets.UTF_8);
      }
    }
    return new WireReply(response.getCode(), header(response, "Content-Type"), body, header(response, "Location"),
        header(response, "Retry-After"), header(response, "Date"));
  }

  private static String header(ClassicHttpResponse response, String name) {
    return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue).orElse("");
  }

  /// What an exception says about the request.
  static Trouble trouble(IOException e) {
    return switch (e) {
      case UnknownHostException _ -> notSent("The server's name is not known on this network");
      case ConnectTimeoutException _ -> notSent("The server could not be reached in time");
      case ConnectException _,NoRouteToHostException _ -> notSent("The server could not be reached");
      case SSLHandshakeException _,SSLPeerUnverifiedException _ -> new Trouble.NotThingsBoard(wrongKey(e)
          .orElse("a server whose certificate this computer does not trust"));
      case SSLException ssl when String.valueOf(ssl.getMessage()).contains("Unsupported or unrecognized") ->
        new Trouble.NotThingsBoard("a server that does not speak https");
      case ClientProtocolException _ -> new Trouble.NotThingsBoard("a server that does not speak proper HTTP");
      default -> new Trouble.RetryLater(Optional.empty(), Cause.NO_REPLY,
          "The connection to the server broke before its answer");
    };
  }

  private static Optional<String> wrongKey(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof WrongKeyException) {
        return Optional.ofNullable(cause.getMessage());
      }
    }
    return Optional.empty();
  }

  private static Trouble notSent(String reason) {
    return new Trouble.RetryLater(Optional.empty(), Cause.NOT_SENT, reason);
  }

  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }
}
