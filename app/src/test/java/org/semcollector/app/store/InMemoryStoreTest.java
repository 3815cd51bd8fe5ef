package org.semcollector.app.store;

/// The contract, kept by the store that other tests use.
class InMemoryStoreTest extends StoreContract {
  @Override
  StorePorts newStore() {
    var store = new InMemoryStore();
    return new StorePorts(store, store, store, store, store::restarts);
  }
}
