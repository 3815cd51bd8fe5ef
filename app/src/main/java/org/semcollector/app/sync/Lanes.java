package org.semcollector.app.sync;

import java.util.List;
import org.semcollector.app.store.StoreException;

/// Does several pieces of work at once and waits for all of them.
interface Lanes {
  /// A piece of work.
  interface Work {
    void run() throws Halt, StoreException;
  }

  /// Does all the work, in order, at most `atOnce` pieces at a time; a failing piece does not keep others from running.
  ///
  /// @throws Halt or StoreException the first failure, after everything has ended
  void all(String name, int atOnce, List<Work> works) throws Halt, StoreException;
}
