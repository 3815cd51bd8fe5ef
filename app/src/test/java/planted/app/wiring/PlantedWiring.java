/// Breaks a rule on purpose, see `ArchitectureTest`.
package planted.app.wiring;

public class PlantedWiring {}
