package org.semcollector.protocol.simulator.thingsboard;

import java.time.Instant;
import java.util.List;

/// Lists as ThingsBoard gives them: a page at a time.
final class Pages {
  private Pages() {}

  /// The page that was asked for; 400 for a page size below 1.
  static ServerReply reply(ServerRequest request, List<Json.Obj> all, Instant now) {
    long size = request.number("pageSize").orElse(0);
    long page = request.number("page").orElse(-1);
    if (size < 1 || page < 0)
      return ServerReply.error(400, ServerReply.BAD_REQUEST, "Incorrect page link page size '" + size
          + "'. Page size must be greater than zero.", now);
    List<Json.Obj> shown = all.stream().skip(page * size).limit(size).toList();
    return ServerReply.json(Json.obj("data", Json.arr(shown), "totalPages", (all.size() + size - 1) / size,
        "totalElements", (long) all.size(), "hasNext", (page + 1) * size < all.size()));
  }
}
