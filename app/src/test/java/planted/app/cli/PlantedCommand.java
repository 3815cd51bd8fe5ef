/// Breaks a rule on purpose, see `ArchitectureTest`.
package planted.app.cli;

import planted.app.store.CoreThatKnowsEverything;
import planted.app.ui.PlantedViewModel;

public class PlantedCommand {
  final Class<?> screen = PlantedViewModel.class;
  final Class<?> core = CoreThatKnowsEverything.class;
}
