/// Breaks a rule on purpose, see `ArchitectureTest`.
package planted.app.store;

import eu.hansolo.tilesfx.Tile;
import java.sql.Connection;
import java.time.Instant;
import javafx.scene.Node;
import org.apache.hc.client5.http.classic.HttpClient;
import org.dhatim.fastexcel.Workbook;
import org.freedesktop.dbus.DBusPath;
import picocli.CommandLine;
import planted.app.cli.PlantedCommand;
import planted.app.store.h2.PlantedAdapter;
import planted.app.wiring.PlantedWiring;
import tools.jackson.databind.ObjectMapper;

public class CoreThatKnowsEverything {
  final Class<?> screen = Node.class;
  final Class<?> tile = Tile.class;
  final Class<?> sql = Connection.class;
  final Class<?> http = HttpClient.class;
  final Class<?> json = ObjectMapper.class;
  final Class<?> bus = DBusPath.class;
  final Class<?> commandLine = CommandLine.class;
  final Class<?> spreadsheet = Workbook.class;
  final Class<?> adapter = PlantedAdapter.class;
  final Class<?> wiring = PlantedWiring.class;
  final Class<?> cycle = PlantedCommand.class;

  void impure() {
    System.out.println(Instant.now());
    Thread.currentThread().interrupt();
  }
}
