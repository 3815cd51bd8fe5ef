package org.semcollector.app.sync.server;

import org.semcollector.app.settings.ServerSettings;
import org.semcollector.app.settings.SettingsStore;
import org.semcollector.app.store.StoreException;
import org.semcollector.app.sync.Answer;
import org.semcollector.app.sync.SyncTarget;
import org.semcollector.app.sync.Trouble;
import org.semcollector.app.sync.server.Readiness.NotPossible;
import org.semcollector.app.sync.server.Readiness.NotWanted;
import org.semcollector.app.sync.server.Readiness.Why;

/// Looks whether a sync should start by itself: the user allows it, and the server answers as ThingsBoard. That a network
/// is there says nothing, nor does an answer with 200: a captive portal gives both. No secret is sent to find out.
public final class OnlineCheck {
  /// Whether a sync would find something to do.
  public interface Due {
    /// @param signedIn whether it would have a sign-in
    boolean isDue(boolean signedIn) throws StoreException;
  }

  private final SettingsStore settings;
  private final SignIns signIns;
  private final ServerClient.Opener servers;
  private final NetworkCost network;
  private final Due due;
  private final ServerSentences sentences;

  public OnlineCheck(SettingsStore settings, SignIns signIns, ServerClient.Opener servers, NetworkCost network,
      Due due, ServerSentences sentences) {
    this.settings = settings;
    this.signIns = signIns;
    this.servers = servers;
    this.network = network;
    this.due = due;
    this.sentences = sentences;
  }

  /// Asks the server, if there is something to do; blocks.
  ///
  /// @throws StoreException when the laptop's own database cannot say what there is to do
  public Readiness look() throws StoreException {
    ServerSettings server = settings.load().server();
    if (!server.automatic())
      return new NotWanted(Why.MANUAL);
    if (!due.isDue(server.signIn() != ServerSettings.SignIn.DEVICE_TOKENS))
      return new NotWanted(Why.NOTHING_DUE);
    if (server.url().isEmpty())
      return new NotPossible(Why.NOT_SET, sentences.text("setting.no-server"));
    if (!server.onMetered() && network.metered())
      return new NotWanted(Why.METERED);
    SyncTarget target;
    try {
      target = signIns.stored();
    } catch (ServerException e) {
      return new NotPossible(Why.NOT_SET, String.valueOf(e.getMessage()));
    }
    try (ServerClient stranger = servers.open(target.withoutSignIn())) {
      return ready(target, stranger.identify());
    }
  }

  private Readiness ready(SyncTarget target, Answer<ServerIdentity> answer) {
    return switch (answer) {
      case Answer.Ok<ServerIdentity>(ServerIdentity identity) -> new Readiness.Ready(target, identity.version());
      case Answer.Not<ServerIdentity>(Trouble.NotThingsBoard portal) ->
        new NotPossible(Why.PORTAL, sentences.of(portal));
      case Answer.Not<ServerIdentity>(Trouble trouble) -> new NotPossible(Why.OFFLINE, sentences.of(trouble));
    };
  }
}
