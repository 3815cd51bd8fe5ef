package org.semcollector.app.meter.http;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.semcollector.app.meter.MeterClient;

/// Opens clients as the meter's web server needs them: it answers 400 to any `Upgrade`, reads chunked requests as empty,
/// takes 512 bytes of headers, and a repeated `GET /reset` would erase twice.
public final class HttpMeterClients implements MeterClient.Factory {
  /// How long a connection may take.
  public static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  /// How long a meter may send nothing.
  public static final Duration IDLE_LIMIT = MeterClient.SILENCE_LIMIT;

  /// A megabyte of flash is erased before the meter reads on, and the image is checked after it is written.
  public static final Duration FLASH_LIMIT = Duration.ofSeconds(60);

  private static final int BUFFER = 64 * 1024;
  private static final int LONGEST_LINE = 4096;
  private static final int MOST_HEADERS = 64;

  private final Duration connectLimit;
  private final Duration idleLimit;
  private final Duration flashLimit;

  public HttpMeterClients() {
    this(CONNECT_LIMIT, IDLE_LIMIT, FLASH_LIMIT);
  }

  /// The usual limit for firmware.
  public HttpMeterClients(Duration connectLimit, Duration idleLimit) {
    this(connectLimit, idleLimit, FLASH_LIMIT);
  }

  /// @param connectLimit how long a connection may take
  /// @param idleLimit how long no byte may arrive; there is no limit to the whole, which may be long and alive
  /// @param flashLimit how long a meter that was sent firmware may be silent
  public HttpMeterClients(Duration connectLimit, Duration idleLimit, Duration flashLimit) {
    this.connectLimit = connectLimit;
    this.idleLimit = idleLimit;
    this.flashLimit = flashLimit;
  }

  @Override
  public MeterClient open(URI baseUri) {
    return open(baseUri, Optional.empty());
  }

  @Override
  public MeterClient open(URI baseUri, Optional<InetAddress> localAddress) {
    return new HttpMeterClient(client(localAddress), baseUri, requests(flashLimit));
  }

  private CloseableHttpClient client(Optional<InetAddress> localAddress) {
    return HttpClients.custom()
        .setRoutePlanner(new OwnAddressRoutes(localAddress))
        .setConnectionManager(connections())
        .setDefaultRequestConfig(requests(idleLimit))
        .setConnectionReuseStrategy(HttpMeterClients::staysOpen)
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableDefaultUserAgent()
        .build();
  }

  private static RequestConfig requests(Duration responseLimit) {
    return RequestConfig.custom()
        .setProtocolUpgradeEnabled(false)
        .setExpectContinueEnabled(false)
        .setContentCompressionEnabled(false)
        .setAuthenticationEnabled(false)
        .setRedirectsEnabled(false)
        .setResponseTimeout(Timeout.of(responseLimit))
        .build();
  }

  /// One connection for all requests of a visit as long as it lasts: what goes over it reaches the same meter, though all
  /// meters have the same address.
  private HttpClientConnectionManager connections() {
    var http1 = Http1Config.custom().setVersion(HttpVersion.HTTP_1_1).setBufferSize(BUFFER)
        .setMaxLineLength(LONGEST_LINE).setMaxHeaderCount(MOST_HEADERS).build();
    var noTls = RegistryBuilder.<TlsSocketStrategy>create().build();
    var connections = BasicHttpClientConnectionManager.create(noTls,
        ManagedHttpClientConnectionFactory.builder().http1Config(http1).build());
    connections.setConnectionConfig(ConnectionConfig.custom()
        .setConnectTimeout(Timeout.of(connectLimit))
        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
        .setSocketTimeout(Timeout.of(idleLimit))
        .build());
    return connections;
  }

  /// The meter closes after a refusal without saying so.
  private static boolean staysOpen(HttpRequest request, HttpResponse response, HttpContext context) {
    return response.getCode() == HttpStatus.SC_OK
        && DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, context);
  }
}
