package org.semcollector.app.ui.shell;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.semcollector.app.laptopclock.ClockReason;
import org.semcollector.app.laptopclock.ClockVerdict;
import org.semcollector.app.laptopclock.LaptopClock;
import org.semcollector.app.ui.DirectTasks;
import org.semcollector.app.ui.fx.Messages;
import org.semcollector.app.ui.shell.ClockLightViewModel.Level;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ClockLightViewModelTest {
  /// A clock of which nobody knows anything until somebody vouches for it.
  private static final class Asked implements LaptopClock {
    private ClockVerdict verdict = new ClockVerdict.Doubtful(new ClockReason.NothingKnown());
    private int looks;

    @Override
    public ClockVerdict verdict() {
      looks++;
      return verdict;
    }

    @Override
    public String sentence(ClockVerdict judged) {
      return judged.getClass().getSimpleName();
    }

    @Override
    public String reason(ClockVerdict judged) {
      return "";
    }

    @Override
    public void confirm() {
      verdict = new ClockVerdict.Green(new ClockReason.Simulated());
    }
  }

  private final Asked asked = new Asked();
  private final ClockLightViewModel vm = new ClockLightViewModel(asked, new DirectTasks(), new Messages(Locale.UK));

  @Test
  void theLightSaysWhatTheJudgeSays() {
    assertEquals(Level.UNKNOWN, vm.lightProperty().get().level());
    vm.look();
    assertEquals(new ClockLightViewModel.Light(Level.DOUBTFUL, "Doubtful"), vm.lightProperty().get());
    assertEquals("Clock in doubt", vm.words(vm.lightProperty().get()));
    asked.verdict = new ClockVerdict.Wrong(new ClockReason.BeforeProgram());
    vm.look();
    assertEquals(Level.WRONG, vm.lightProperty().get().level());
    vm.confirm();
    assertEquals(Level.GREEN, vm.lightProperty().get().level());
  }

  @Test
  void itLooksAgainEveryFiveMinutes() {
    vm.look();
    for (int tick = 0; tick < 10; tick++) {
      assertEquals(1, asked.looks);
      vm.tick();
    }
    assertEquals(2, asked.looks);
  }
}
