package org.semcollector.app.sync.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.semcollector.app.sync.SyncTarget;

/// Puts the project's own dashboard on a server: a new one, or over the one with the same title.
public final class DashboardInstall {
  /// Of the dashboard, by which it is found again.
  public static final String TITLE = "SEM energy meters";
  /// Of the device profile whose devices it shows, as the file has it.
  static final String PROFILE = "SEM";
  private static final String RESOURCE = "/org/semcollector/app/sync/server/sem-dashboard.json";

  private final ServerClient.Opener servers;
  private final ServerSentences sentences;

  /// What was done.
  ///
  /// @param replaced whether there was one with the same title
  public record Installed(DashboardInfo dashboard, boolean replaced) {}

  public DashboardInstall(ServerClient.Opener servers, ServerSentences sentences) {
    this.servers = servers;
    this.sentences = sentences;
  }

  /// The dashboard as the server takes it.
  ///
  /// @param profile name of the device profile whose devices it shows
  public static String json(String profile) {
    String name = '"' + profile.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    return source().replace("\"deviceTypes\": [\"" + PROFILE + "\"]", "\"deviceTypes\": [" + name + "]");
  }

  /// Installs it.
  public Installed install(SyncTarget target, String profile) throws ServerException {
    try (ServerClient server = servers.open(target)) {
      Optional<String> former = former(server);
      return new Installed(sentences.need(server.saveDashboard(former, json(profile))), former.isPresent());
    }
  }

  private Optional<String> former(ServerClient server) throws ServerException {
    Page<DashboardInfo> page;
    int number = 0;
    do {
      page = sentences.need(server.dashboards(number++));
      Optional<DashboardInfo> same = page.entries().stream().filter(one -> one.title().equals(TITLE)).findFirst();
      if (same.isPresent())
        return same.map(DashboardInfo::id);
    } while (page.more() && !page.entries().isEmpty());
    return Optional.empty();
  }

  private static String source() {
    try (InputStream in = Objects.requireNonNull(DashboardInstall.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
