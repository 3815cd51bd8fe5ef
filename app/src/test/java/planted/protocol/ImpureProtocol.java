/// Breaks a rule on purpose, see `ArchitectureTest`.
package planted.protocol;

import java.util.concurrent.Executor;
import tools.jackson.databind.ObjectMapper;

class ImpureProtocol {
  final Class<?> library = ObjectMapper.class;
  final Executor threads = Runnable::run;
}
