/// Breaks a rule on purpose, see `ArchitectureTest`.
package planted.app.store.h2;

public class PlantedAdapter {}
