package org.semcollector.protocol.simulator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FaultPlanTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      telemetry:cut@4000; reset:500       | telemetry:cut@4000; reset:status@500
      telemetry#1:cut@0                   | telemetry#1:cut@0
      any#5+:other ;                      | any#5+:other
      time#2-3:lose;telemetry:stall@60/250ms | time#2-3:lose; telemetry:stall@60/250ms
      connect#2+:refuse                   | connect#2+:refuse
      set-token:silent                    | set-token:silent
      """)
  void isReadAndWrittenBack(String text, String canonical) {
    FaultPlan plan = FaultPlan.parse(text);
    assertEquals(canonical, plan.toString());
    assertEquals(plan, FaultPlan.parse(plan.toString()));
  }

  @Test
  void everyFaultReadsBackAsItIsWritten() {
    for (Fault.Kind kind : Fault.Kind.values()) {
      for (FaultTarget target : FaultTarget.values()) {
        if (kind.fits(target)) {
          var rule = new FaultRule(target, 2, 2, Fault.of(kind, kind.unit() == Fault.Unit.NONE ? 0 : 404));
          assertEquals(rule, FaultPlan.parse(rule.toString()).rules().getFirst());
        }
      }
    }
  }

  @Test
  void aBlankTextIsNoPlan() {
    assertEquals(FaultPlan.NONE, FaultPlan.parse(" ; "));
  }

  @Test
  void rulesStrikeTheNamedRequestsOnly() {
    FaultPlan plan = FaultPlan.parse("telemetry#2-3:cut@1; reset#2+:refuse; time:lose");
    assertFalse(plan.has(FaultTarget.TELEMETRY, 1, Fault.Kind.CUT));
    assertTrue(plan.has(FaultTarget.TELEMETRY, 3, Fault.Kind.CUT));
    assertFalse(plan.has(FaultTarget.TELEMETRY, 4, Fault.Kind.CUT));
    assertFalse(plan.has(FaultTarget.RESET, 1, Fault.Kind.REFUSE));
    assertTrue(plan.has(FaultTarget.RESET, 99, Fault.Kind.REFUSE));
    assertTrue(plan.has(FaultTarget.TIME, 1, Fault.Kind.LOSE));
    assertFalse(plan.has(FaultTarget.VERSION, 1, Fault.Kind.LOSE));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      telemetry                | expected request[#which]:fault[@argument], for example telemetry#2:cut@4000
      telemtry:cut@1           | unknown request "telemtry"; known are version, token, set-token, telemetry, powerloss, time, reset, ota, any, connect
      telemetry:cut            | "cut" takes a number: cut@N
      telemetry:html@3         | "html" takes no number
      telemetry:cut@1/5ms      | only "stall" takes a pause
      reset:77                 | 77 is not an HTTP status from 200 to 599
      telemetry:trickle@0      | a rate of 0 bytes a second never ends; use stall@0
      telemetry#0:cut@1        | no request has the numbers 0 to 0
      telemetry#3-2:cut@1      | no request has the numbers 3 to 2
      telemetry:cut@9999999999 | the number 9999999999 is too large
      time:half                | "half" cannot happen to "time"
      connect:cut@1            | "cut" cannot happen to "connect"
      """)
  void aBadRuleIsNamed(String rule, String why) {
    var wrong = assertThrows(IllegalArgumentException.class, () -> FaultPlan.parse("time:lose; " + rule));
    assertEquals("fault rule \"" + rule + "\": " + why, wrong.getMessage());
  }
}
