package io.tideline.reports.page;

import java.nio.file.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesIT {
  @TempDir Path folder;

  @Test
  void draw() throws Exception {
    Path out = Files.createDirectories(Path.of("target", "pages"));
    PageRuns runs = new PageRuns(folder);
    Files.writeString(out.resolve("healthy.html"), ReportPage.of(runs.healthy()));
    Files.writeString(out.resolve("alone.html"), ReportPage.of(runs.alone()));
    Files.writeString(out.resolve("failing.html"), ReportPage.of(runs.failing()));
    Files.writeString(out.resolve("cut-off.html"), ReportPage.of(runs.cutOff()));
    Files.writeString(out.resolve("empty.html"), ReportPage.of(runs.empty()));
    Files.writeString(out.resolve("search.html"), ReportPage.of(runs.search()));
    Files.writeString(
        out.resolve("hostile.html"),
        ReportPage.of(runs.hostile("</script><script>alert(1)</script><!--\" onload='x'")));
    if (Boolean.getBoolean("noday")) return;
    long t0 = System.nanoTime();
    Findings day = runs.day();
    long t1 = System.nanoTime();
    Files.writeString(out.resolve("day.html"), ReportPage.of(day));
    System.out.println("day made " + (t1 - t0) / 1e9 + " drawn " + (System.nanoTime() - t1) / 1e9);
  }
}
