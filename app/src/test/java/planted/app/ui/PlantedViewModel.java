/// Breaks a rule on purpose, see `ArchitectureTest`.
package planted.app.ui;

import javafx.scene.Node;
import planted.app.cli.PlantedCommand;

public class PlantedViewModel {
  final Class<?> node = Node.class;
  final Class<?> command = PlantedCommand.class;
}
