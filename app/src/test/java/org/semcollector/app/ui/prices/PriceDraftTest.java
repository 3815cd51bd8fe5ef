package org.semcollector.app.ui.prices;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semcollector.app.analysis.Tariff;
import org.semcollector.app.settings.EnergySettings;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.prices.PriceDraft.BandDraft;
import org.semcollector.app.ui.prices.PriceDraft.NotUnderstood;
import org.semcollector.app.ui.prices.PriceDraft.Understood;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PriceDraftTest {
  private static final Messages MESSAGES = new Messages(Locale.UK);
  private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
  private static final BandDraft NIGHT = new BandDraft(" Night ", EVERY_DAY, 22, 6, " 0,21 ");

  @Test
  void whatIsTypedIsUnderstoodAndComesBackAsItStood() {
    var draft = new PriceDraft(" 0,32", "eur ", "380", List.of(NIGHT));
    EnergySettings settings = understood(draft);
    assertEquals(EnergySettings.NONE.withFlatPrice(Optional.of(new BigDecimal("0.32")), "EUR")
        .withBands(List.of(new Tariff.Band("Night", EVERY_DAY, 22, 6, new BigDecimal("0.21"))))
        .withCo2(Optional.of(new BigDecimal("380"))), settings);
    assertEquals(settings, understood(PriceDraft.of(settings)));
  }

  @Test
  void blankFieldsSayThatNothingIsKnown() {
    assertEquals(EnergySettings.NONE, understood(new PriceDraft(" ", "EUR", "", List.of())));
    assertEquals(new PriceDraft("", "EUR", "", List.of()), PriceDraft.of(EnergySettings.NONE));
  }

  @Test
  void hoursWithoutANameAreCalledByTheClock() {
    var draft = new PriceDraft("0.3", "EUR", "", List.of(new BandDraft(" ", EVERY_DAY, 22, 6, "0.1")));
    assertEquals("22:00–06:00", understood(draft).bands().getFirst().name());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      cheap        | EUR  | ''   | «cheap» is no price
      0.3.2        | EUR  | ''   | «0.3.2» is no price
      1e999999999  | EUR  | ''   | is no price
      0.32         | euro | ''   | three letters
      0.32         | EUR  | -1   | «-1» is no emission
      0.32         | EUR  | much | «much» is no emission
      """)
  void aFieldThatIsNotUnderstoodIsNamed(String price, String currency, String co2, String sentence) {
    assertTrue(said(new PriceDraft(price, currency, co2, List.of())).contains(sentence));
  }

  @Test
  void bandsNeedDaysAPriceAndAPriceBesideThem() {
    assertTrue(said(new PriceDraft("", "EUR", "", List.of(NIGHT))).contains("all other hours"));
    assertTrue(said(new PriceDraft("1", "EUR", "", List.of(new BandDraft("Night", Set.of(), 22, 6, "1"))))
        .contains("days on which «Night»"));
    assertTrue(said(new PriceDraft("1", "EUR", "", List.of(new BandDraft("Night", EVERY_DAY, 22, 6, " "))))
        .contains("costs in «Night»"));
  }

  @Test
  void twoPricesForOneHourAreNamedWithTheHour() {
    var early = new BandDraft("Early", Set.of(DayOfWeek.SUNDAY), 5, 7, "0.1");
    assertEquals("«Night» and «Early» both hold Sunday 05:00. One hour has one price.",
        said(new PriceDraft("1", "EUR", "", List.of(NIGHT, early))));
    var after = new BandDraft("Early", Set.of(DayOfWeek.SUNDAY), 6, 22, "0.1");
    understood(new PriceDraft("1", "EUR", "", List.of(NIGHT, after)));
  }

  private static EnergySettings understood(PriceDraft draft) {
    return assertInstanceOf(Understood.class, draft.meaning(MESSAGES)).settings();
  }

  private static String said(PriceDraft draft) {
    return assertInstanceOf(NotUnderstood.class, draft.meaning(MESSAGES)).sentence();
  }
}
