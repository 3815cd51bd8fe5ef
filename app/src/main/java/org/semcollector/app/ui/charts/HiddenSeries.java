package org.semcollector.app.ui.charts;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The meters or phases that are not shown though they are chosen.
final class HiddenSeries {
  private final Set<String> names = new LinkedHashSet<>();

  /// Not to be changed; changes with this.
  Set<String> names() {
    return java.util.Collections.unmodifiableSet(names);
  }

  void clear() {
    names.clear();
  }

  /// Hides one, or shows it again. The last one stays.
  ///
  /// @param count how many there are
  void toggle(String name, int count) {
    if (!names.remove(name) && names.size() + 1 < count)
      names.add(name);
  }

  /// Shows only one; if it is the only one already, all again.
  ///
  /// @param all hidden ones too
  void isolate(String name, List<String> all) {
    Set<String> others = new LinkedHashSet<>(all);
    others.remove(name);
    boolean alone = names.containsAll(others) && !names.contains(name);
    names.clear();
    if (!alone)
      names.addAll(others);
  }
}
