package io.tideline.simulations.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tideline.engine.plan.FaultPlan;
import io.tideline.engine.plan.FaultSpec;
import io.tideline.engine.plan.HttpFault;
import io.tideline.engine.plan.PlannedFault;
import io.tideline.engine.plan.ProcessFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Aims faults at the stand-in: a URL {@code http://stand-in/...} at where it takes orders to break
 * its database, a file {@code stand-in/NAME.pid} at where it keeps the pids of its processes.
 */
final class StandInFaults {
  private static final String URL = "http://stand-in/";
  private static final String FILE = "stand-in/";

  private final Path state;
  private final String admin;

  private StandInFaults(Path state, String admin) {
    this.state = state;
    this.admin = admin;
  }

  /**
   * The faults of {@code plan}, aimed.
   *
   * @param state folder in which the stand-in tells of itself
   * @throws IOException when it does not
   */
  static FaultPlan aim(FaultPlan plan, Path state) throws IOException {
    JsonNode told =
        JsonMapper.builder().build().readTree(Files.readString(state.resolve("service.json")));
    StandInFaults aimed = new StandInFaults(state, told.path("admin").asText());
    return new FaultPlan(
        plan.faults().stream().map(aimed::fault).toList(),
        plan.proxies(),
        plan.toxiproxy(),
        plan.guards());
  }

  private PlannedFault fault(PlannedFault fault) {
    return new PlannedFault(
        fault.name(), fault.at(), fault.lasts(), fault.lease(), spec(fault.spec()));
  }

  private FaultSpec spec(FaultSpec spec) {
    if (spec instanceof HttpFault http) {
      HttpFault.Call end = http.end();
      return new HttpFault(call(http.begin()), end == null ? null : call(end), http.timeout());
    }
    if (spec instanceof ProcessFault process && process.pidFile() != null) {
      return new ProcessFault(
          process.pid(),
          process.pidFile().startsWith(FILE)
              ? state.resolve(process.pidFile().substring(FILE.length())).toString()
              : process.pidFile(),
          process.command(),
          process.action(),
          process.tree(),
          process.restart());
    }
    return spec;
  }

  private HttpFault.Call call(HttpFault.Call call) {
    return call.url().startsWith(URL)
        ? new HttpFault.Call(
            call.method(), admin + "/" + call.url().substring(URL.length()), call.body())
        : call;
  }
}
