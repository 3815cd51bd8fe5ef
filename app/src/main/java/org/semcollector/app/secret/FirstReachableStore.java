package org.semcollector.app.secret;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Several places for secrets, best first. A secret is kept in the first that takes it, and in no other.
public final class FirstReachableStore implements SecretStore {
  private static final Logger LOG = LoggerFactory.getLogger(FirstReachableStore.class);

  private final List<SecretStore> stores;

  /// @param stores at least one, best first
  public FirstReachableStore(List<? extends SecretStore> stores) {
    if (stores.isEmpty())
      throw new IllegalArgumentException("no place for secrets");
    this.stores = List.copyOf(stores);
  }

  @Override
  public String place() {
    return stores.stream().filter(SecretStore::reachable).findFirst().orElse(stores.getLast()).place();
  }

  @Override
  public boolean reachable() {
    return stores.stream().anyMatch(SecretStore::reachable);
  }

  @Override
  public Optional<Secret> get(SecretName name) throws SecretException {
    Optional<SecretException> failure = Optional.empty();
    for (SecretStore store : stores) {
      try {
        Optional<Secret> found = store.reachable() ? store.get(name) : Optional.empty();
        if (found.isPresent())
          return found;
      } catch (SecretException e) {
        failure = Optional.of(failure.orElse(e));
      }
    }
    if (failure.isPresent())
      throw failure.get();
    return Optional.empty();
  }

  @Override
  public String put(SecretName name, Secret secret) throws SecretException {
    for (SecretStore store : stores.subList(0, stores.size() - 1)) {
      try {
        if (store.reachable())
          return only(store, name, store.put(name, secret));
      } catch (SecretException e) {
        LOG.warn("{} does not take a secret: {}", store.place(), e.getMessage());
      }
    }
    return only(stores.getLast(), name, stores.getLast().put(name, secret));
  }

  /// An old secret elsewhere would come back when this place is not reachable one day.
  private String only(SecretStore keeper, SecretName name, String place) throws SecretException {
    for (SecretStore store : stores) {
      if (!store.equals(keeper) && store.reachable())
        store.remove(name);
    }
    return place;
  }

  @Override
  public void remove(SecretName name) throws SecretException {
    for (SecretStore store : stores) {
      if (store.reachable())
        store.remove(name);
    }
  }
}
