package io.tideline.reports.pipeline;

import com.lesfurets.jenkins.unit.BasePipelineTest;
import groovy.lang.Closure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One build of the Jenkinsfile. JenkinsPipelineUnit compiles it and calls its steps; what
 * declarative pipelines add to them is here, as far as the Jenkinsfile uses it:
 *
 * <ul>
 *   <li>parameters have the defaults that the file gives them, unless the test sets others;
 *   <li>stages run in order; {@code when} with one expression leaves a stage out; after a stage
 *       that failed, or a build that was aborted, the others are left out;
 *   <li>the result only ever gets worse; {@code post} runs in any case.
 * </ul>
 */
final class Build extends BasePipelineTest {
  /** Ends a build as the abort button does. */
  static final class Aborted extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** A step failed, with its message. */
  static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failed(String message) {
      super(message);
    }
  }

  private static final List<String> RESULTS =
      List.of("SUCCESS", "UNSTABLE", "FAILURE", "NOT_BUILT", "ABORTED");
  private static final int KILLED = 143;

  final List<String> echoes = new ArrayList<>();
  final List<String> stages = new ArrayList<>();
  final List<String> skipped = new ArrayList<>();
  final List<String> published = new ArrayList<>();
  final List<Map<?, ?>> archived = new ArrayList<>();
  final Map<String, Object> options = new LinkedHashMap<>();

  private final Workshop workshop;
  private final Map<String, Object> params = new HashMap<>();
  private final Map<String, List<?>> choices = new HashMap<>();
  private final Map<String, Object> currentBuild = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();
  private final Deque<Map<String, Closure<?>>> blocks = new ArrayDeque<>();
  private boolean over;

  Build(Workshop workshop) {
    this.workshop = workshop;
    environment.put("WORKSPACE", workshop.workspace().toString());
  }

  /** Sets a parameter. */
  Build with(String name, String value) {
    params.put(name, value);
    return this;
  }

  /** Runs the Jenkinsfile. */
  Build run() throws Exception {
    setScriptRoots(new String[] {".."});
    setUp();
    currentBuild.put("result", "SUCCESS");
    getBinding().setVariable("currentBuild", currentBuild);
    getBinding().setVariable("params", params);
    getBinding().setVariable("env", environment);
    registerStructure();
    registerSettings();
    registerSteps();
    runScript("Jenkinsfile");
    return this;
  }

  String result() {
    return String.valueOf(currentBuild.get("result"));
  }

  String description() {
    return String.valueOf(currentBuild.get("description"));
  }

  /** What may be chosen for a parameter. */
  List<?> choices(String name) {
    return choices.getOrDefault(name, List.of());
  }

  private void worsen(String result) {
    if (RESULTS.indexOf(result) > RESULTS.indexOf(result())) {
      currentBuild.put("result", result);
    }
  }

  private void on(String name, List<Class> types, Function<Object[], Object> body) {
    getHelper().registerAllowedMethod(name, types, new Step(this, types.size(), body));
  }

  private static Object call(Object closure) {
    return ((Closure<?>) closure).call();
  }

  private void registerStructure() {
    on("pipeline", List.of(Closure.class), arguments -> pipeline(arguments[0]));
    on("stages", List.of(Closure.class), arguments -> call(arguments[0]));
    on("stage", List.of(String.class, Closure.class), this::stage);
    for (String block : List.of("when", "steps", "post")) {
      on(block, List.of(Closure.class), a -> blocks.peek().put(block, (Closure<?>) a[0]));
    }
    for (String transparent : List.of("agent", "triggers", "options", "parameters", "script")) {
      on(transparent, List.of(Closure.class), arguments -> call(arguments[0]));
    }
    on("expression", List.of(Closure.class), arguments -> call(arguments[0]));
    on("always", List.of(Closure.class), arguments -> call(arguments[0]));
  }

  private Object pipeline(Object body) {
    blocks.push(new HashMap<>());
    call(body);
    Closure<?> post = blocks.pop().get("post");
    return post == null ? null : post.call();
  }

  private Object stage(Object[] arguments) {
    String name = String.valueOf(arguments[0]);
    blocks.push(new HashMap<>());
    call(arguments[1]);
    Map<String, Closure<?>> stage = blocks.pop();
    if (over || (stage.containsKey("when") && !Boolean.TRUE.equals(stage.get("when").call()))) {
      skipped.add(name);
      return null;
    }
    stages.add(name);
    try {
      return stage.get("steps").call();
    } catch (RuntimeException e) {
      over = true;
      boolean aborted = cause(e) instanceof Aborted;
      worsen(aborted ? "ABORTED" : "FAILURE");
      echoes.add(String.valueOf(cause(e).getMessage()));
      if (!aborted && !(cause(e) instanceof Failed)) {
        throw e;
      }
      return null;
    }
  }

  private static Throwable cause(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private void registerSettings() {
    on("label", List.of(String.class), arguments -> options.put("agent", arguments[0]));
    on("cron", List.of(String.class), arguments -> options.put("cron", arguments[0]));
    on("disableConcurrentBuilds", List.of(), a -> options.put("disableConcurrentBuilds", true));
    on("logRotator", List.of(Map.class), arguments -> arguments[0]);
    on("buildDiscarder", List.of(Object.class), arguments -> options.put("keep", arguments[0]));
    on("timeout", List.of(Map.class), arguments -> options.put("timeout", arguments[0]));
    on("string", List.of(Map.class), a -> parameter((Map<?, ?>) a[0], "defaultValue"));
    on("choice", List.of(Map.class), a -> parameter((Map<?, ?>) a[0], "choices"));
  }

  private Object parameter(Map<?, ?> parameter, String field) {
    Object value = parameter.get(field);
    String name = String.valueOf(parameter.get("name"));
    if (String.valueOf(parameter.get("description")).length() < 10) {
      throw new AssertionError(name + " is not described");
    }
    if (value instanceof List<?> list) {
      choices.put(name, list);
    }
    return params.putIfAbsent(name, value instanceof List<?> list ? list.get(0) : value);
  }

  private void registerSteps() {
    on("echo", List.of(String.class), a -> echoes.add(String.valueOf(a[0])));
    on("error", List.of(String.class), a -> fail(String.valueOf(a[0])));
    on("unstable", List.of(String.class), a -> unstable(String.valueOf(a[0])));
    on("sh", List.of(String.class), a -> sh(Map.of("script", String.valueOf(a[0]))));
    on("sh", List.of(Map.class), a -> sh((Map<?, ?>) a[0]));
    on("withEnv", List.of(List.class, Closure.class), this::withEnv);
    on("readFile", List.of(String.class), a -> readFile(String.valueOf(a[0])));
    on("junit", List.of(Map.class), a -> junit((Map<?, ?>) a[0]));
    on("publishHTML", List.of(Map.class), a -> publishHtml((Map<?, ?>) a[0]));
    on("archiveArtifacts", List.of(Map.class), a -> archived.add((Map<?, ?>) a[0]));
  }

  private Object fail(String message) {
    throw new Failed(message);
  }

  private Object unstable(String message) {
    echoes.add(message);
    worsen("UNSTABLE");
    return null;
  }

  private Object sh(Map<?, ?> step) {
    Workshop.Outcome outcome = workshop.sh(String.valueOf(step.get("script")), environment);
    if (outcome.status() == KILLED) {
      throw new Aborted();
    }
    if (Boolean.TRUE.equals(step.get("returnStatus"))) {
      return outcome.status();
    }
    if (outcome.status() != 0) {
      throw new Failed("script returned exit code " + outcome.status());
    }
    return Boolean.TRUE.equals(step.get("returnStdout")) ? outcome.out() : null;
  }

  private Object withEnv(Object[] arguments) {
    Map<String, String> before = new HashMap<>(environment);
    for (Object one : (List<?>) arguments[0]) {
      String[] pair = String.valueOf(one).split("=", 2);
      environment.put(pair[0], pair[1]);
    }
    try {
      return call(arguments[1]);
    } finally {
      environment.clear();
      environment.putAll(before);
    }
  }

  private Object readFile(String file) {
    try {
      return Files.readString(workshop.workspace().resolve(file));
    } catch (IOException e) {
      throw new Failed(e.toString());
    }
  }

  /** The files that the step would find must be there; it may leave the build's result alone. */
  private Object junit(Map<?, ?> step) {
    String pattern = String.valueOf(step.get("testResults"));
    if (!Boolean.TRUE.equals(step.get("skipMarkingBuildUnstable"))) {
      throw new AssertionError("the verdict decides, and not the step junit");
    }
    long found =
        workshop.sh("ls " + pattern + " 2>/dev/null || true", environment).out().lines().count();
    published.add("junit " + pattern + " (" + found + ")");
    return null;
  }

  private Object publishHtml(Map<?, ?> step) {
    Map<?, ?> target = (Map<?, ?>) step.get("target");
    Path folder = workshop.workspace().resolve(String.valueOf(target.get("reportDir")));
    boolean there = Files.isRegularFile(folder.resolve("index.html"));
    published.add("html " + target.get("reportName") + (there ? "" : " (missing)"));
    return null;
  }
}
