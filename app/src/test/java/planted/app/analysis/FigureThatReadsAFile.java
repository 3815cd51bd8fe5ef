/// Breaks a rule on purpose, see `ArchitectureTest`.
package planted.app.analysis;

import java.nio.file.Path;

public class FigureThatReadsAFile {
  final Class<?> file = Path.class;
}
