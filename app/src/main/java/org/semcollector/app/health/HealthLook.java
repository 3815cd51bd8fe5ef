package org.semcollector.app.health;

/// A meter's verdict with the forecast of its memory.
public record HealthLook(HealthVerdict verdict, MemoryForecast memory) {}
